"""Asking somebody to phone, and having phoned: the number goes at once then (Q14, 3.7)."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ..limits import count_call
from ..models import CallRequest
from ..reaching import read_any_phone

WHEN = "Choose when we can phone you."
NOT_YOURS = "Only the people who phone can do this."


@transaction.atomic
def ask_for_call(*, round, phone, network, when=CallRequest.When.ANY, page=""):
    """Somebody in a `round` (RoundPage) asks us to phone them. Asked twice with one number, it is one call.

    `phone`: as it was typed (str). `when`: a CallRequest.When. `page`: where they are (str). `network`: the address
    that asks (str), counted against too many. Returns the CallRequest. Raises ValidationError with a kind sentence.
    """
    phone = read_any_phone(phone)
    if when not in CallRequest.When.values:
        raise ValidationError(WHEN, code="when")
    count_call(network, phone)
    asked, _ = CallRequest.objects.update_or_create(
        round=round, phone=phone, done_at=None, defaults={"when": when, "page": page[:40]}
    )
    return asked


@transaction.atomic
def call_done(*, call, by, now=None):
    """A member of staff, `by` (User), phoned the person of a `call` (CallRequest): the number goes. Returns bool.

    False when somebody else had done it already.
    """
    if not by.has_perm("voices.phone_people"):
        raise PermissionDenied(NOT_YOURS)
    open_one = CallRequest.objects.filter(pk=call.pk, done_at=None)
    return bool(open_one.update(phone="", done_at=now or timezone.now(), done_by=by))


@transaction.atomic
def clear_old_calls(*, now=None):
    """Remove the calls that were asked for DAYS_TO_KEEP_A_NUMBER ago or earlier, done or not. Returns int."""
    day = (now or timezone.now()) - timedelta(days=settings.DAYS_TO_KEEP_A_NUMBER)
    return CallRequest.objects.filter(made_at__lt=day).delete()[0]
