"""Asking somebody to phone, and having phoned: the number goes at once then (Q14, 3.7)."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from engagement.bodies.models import Body
from engagement.bodies.permissions import organisations_of

from ..limits import count_call
from ..models import CallRequest, Support
from ..reaching import read_any_phone

WHEN = "Choose when we can phone you."
NOT_YOURS = "Only the people who phone can do this."
NO_WORKERS = "Choose an organisation that has workers."
BEGUN = "A worker has begun to write down what this person says."


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
def give_call(*, call, by, organisation):
    """Let the workers of an `organisation` (Body) phone the person of a `call` (CallRequest); None: the Unit does.

    Returns bool: False when somebody phoned meanwhile. Raises PermissionDenied; ValidationError for a body without
    workers, or while a worker writes down what the person says.
    """
    if not by.has_perm("voices.phone_people"):
        raise PermissionDenied(NOT_YOURS)
    if organisation and not can_phone().filter(pk=organisation.pk).exists():
        raise ValidationError(NO_WORKERS, code="organisation")
    if Support.objects.filter(call=call).exists():
        raise ValidationError(BEGUN, code="begun")
    return bool(CallRequest.objects.filter(pk=call.pk, done_at=None).update(organisation=organisation))


def can_phone():
    """The organisations that have a worker today. A queryset of Body."""
    at = Body.objects.filter(kind=Body.Kind.ORGANISATION, workers__left_on=None, workers__isnull=False)
    return at.exclude(status=Body.Status.ENDED).distinct().order_by("name")


def may_phone(user, call):
    """Whether `user` (User) phones the person of a `call` (CallRequest): the Unit, or a worker it was given to."""
    return user.has_perm("voices.phone_people") or call.organisation in organisations_of(user)


@transaction.atomic
def call_done(*, call, by, now=None):
    """Somebody who may, `by` (User), phoned the person of a `call` (CallRequest): the number goes. Returns bool.

    False when somebody else had done it already. Raises PermissionDenied.
    """
    if not may_phone(by, call):
        raise PermissionDenied(NOT_YOURS)
    open_one = CallRequest.objects.filter(pk=call.pk, done_at=None)
    return bool(open_one.update(phone="", done_at=now or timezone.now(), done_by=by))


@transaction.atomic
def clear_old_calls(*, now=None):
    """Remove the calls that were asked for DAYS_TO_KEEP_A_NUMBER ago or earlier, done or not. Returns int."""
    day = (now or timezone.now()) - timedelta(days=settings.DAYS_TO_KEEP_A_NUMBER)
    return CallRequest.objects.filter(made_at__lt=day).delete()[0]
