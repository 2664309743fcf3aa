"""Where a card is sent to: read from what a person typed, in any format (Q13)."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from engagement.people import mails, texts

EMAIL, PHONE = "email", "phone"
NO_EMAIL = "Type your email address. It has the sign @ in it."
NO_PHONE = "Type your mobile phone number. It starts with 07."
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
