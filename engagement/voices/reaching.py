"""Where a card is sent to: read from what a person typed, in any format (Q13)."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from engagement.people import mails, texts

EMAIL, PHONE = "email", "phone"
NO_EMAIL = "Type your email address. It has the sign @ in it."
NO_PHONE = "Type your mobile phone number. It starts with 07."
NO_NUMBER = "Type your phone number. It starts with 0."
UK_PHONE = re.compile(r"(?:(?:\+|00)44(?:\(0\))?|0)([1237][0-9]{8,9})", re.ASCII)  # none that costs a lot to phone
UK_MOBILE = re.compile(r"(?:\+44|0044|0)7[0-9]{9}", re.ASCII)  # no others: a text to some numbers costs a lot


def ways():
    """The ways in which this site can send a card, as a list of EMAIL and PHONE."""
    return [way for way, can in ((EMAIL, mails.is_set_up()), (PHONE, texts.is_set_up())) if can]


def read_email(typed):
    """The email address in what was `typed` (str). Raises ValidationError."""
    email = (typed or "").strip()
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError(NO_EMAIL, code="email") from None
    return email


def read_phone(typed):
    """The mobile number in what was `typed` (str), as E.164: +447700900123. Raises ValidationError."""
    digits = re.sub(r"[\s().\-–/]", "", typed or "")
    if not UK_MOBILE.fullmatch(digits):
        raise ValidationError(NO_PHONE, code="phone")
    return f"+44{digits[-10:]}"


def read_any_phone(typed):
    """The phone number in what was `typed` (str), mobile or not, as people write it: 07700900123. ValidationError."""
    digits = re.sub(r"[\s.\-–/]", "", typed or "")
    found = UK_PHONE.fullmatch(digits) or UK_PHONE.fullmatch(re.sub(r"[()]", "", digits))
    if not found:
        raise ValidationError(NO_NUMBER, code="phone")
    return f"0{found[1]}"
