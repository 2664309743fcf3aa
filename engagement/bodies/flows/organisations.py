"""Who works at an organisation, and how independent it is of a body (EASY-READ.md 3.3)."""

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.people.models import User
from engagement.people.roles import ADVOCACY_WORKER

from ..models import Body, Independence, Worker
from ..permissions import may_manage_workers, may_say_who_works_there

NOT_AN_ORGANISATION = "Workers belong to an organisation. Choose an organisation."
WORKS_THERE = "This person works here already."
NEEDS_A_WAY = "Write an email address or a phone number."
NOT_TO_ITSELF = "Choose another body. An organisation cannot be independent of itself."
NOT_YOURS = "Only a lead of this organisation can do this."
NOT_YOURSELF = "You cannot stop yourself. Ask the Programme Management Unit."
SWITCHED_OFF = "The sign-in of this person was switched off. Ask an administrator."


@transaction.atomic
def add_worker(*, organisation, by, name="", email="", phone=""):
    """Say that somebody works at an organisation; who cannot sign in yet is invited.

    `organisation`: Body; `by`: User; `name`, `email`, `phone`: str, of which the email or the phone is needed. Returns
    the Worker. Raises PermissionDenied; ValidationError when it is no organisation or they work there already.
    """
    check_may_say(by)
    if organisation.kind != Body.Kind.ORGANISATION:
        raise ValidationError(NOT_AN_ORGANISATION)
    user = find_or_invite(name=name.strip(), email=email.strip(), phone=phone.strip())
    if organisation.workers.filter(user=user, left_on=None).exists():
        raise ValidationError(WORKS_THERE)
    user.groups.add(Group.objects.get_or_create(name=ADVOCACY_WORKER)[0])
    worker = Worker.objects.create(organisation=organisation, user=user, added_by=by)
    log(instance=organisation, action="bodies.worker_added", user=by, data={"user": user.pk})
    return worker


def find_or_invite(*, name, email, phone):
    """The User with this `email` or `phone` (str), or a new one who signs in by a code. Raises ValidationError."""
    if not email and not phone:
        raise ValidationError({"email": NEEDS_A_WAY})
    found = User.objects.filter(email__iexact=email) if email else User.objects.filter(phone=phone)
    user = found.first() or User.objects.invite(email=email, phone=phone, name=name)
    if not user.is_active:
        raise ValidationError(SWITCHED_OFF)
    return user


@transaction.atomic
def end_worker(*, worker, by):
    """Say that somebody works there no longer. The row stays; what they entered says from where. Returns the Worker."""
    if not may_manage_workers(by, worker.organisation):
        raise PermissionDenied(NOT_YOURS)
    if worker.user_id == by.pk:
        raise ValidationError(NOT_YOURSELF)
    if worker.left_on is None:
        worker.left_on = timezone.localdate()
        worker.save(update_fields=["left_on"])
        log(instance=worker.organisation, action="bodies.worker_left", user=by, data={"user": worker.user_id})
    return worker


@transaction.atomic
def say_independence(*, organisation, body, kind, by):
    """Write down how an organisation stands to a body. Saying it anew replaces it; the history keeps both.

    `organisation`, `body`: Body; `kind`: an Independence.Kind; `by`: User. Returns the Independence.
    Raises PermissionDenied, ValidationError.
    """
    check_may_say(by)
    if organisation.kind != Body.Kind.ORGANISATION:
        raise ValidationError(NOT_AN_ORGANISATION)
    if organisation == body:
        raise ValidationError({"body": NOT_TO_ITSELF})
    row, _ = Independence.objects.update_or_create(organisation=organisation, body=body, defaults={"kind": kind})
    log(instance=organisation, action="bodies.independence", user=by, data={"body": body.pk, "kind": kind})
    return row


def check_may_say(user):
    """Raises PermissionDenied for a `user` (User) who may not say who works at an organisation."""
    if not may_say_who_works_there(user):
        raise PermissionDenied("Only the Programme Management Unit may say who works at an organisation.")
