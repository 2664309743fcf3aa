"""A lead invites somebody to work at their organisation: a mail with a link; who takes it signs in by a code."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.log_actions import log

from engagement.people.roles import ADVOCACY_WORKER

from ..models import Invite, Worker
from ..permissions import may_manage_workers
from .organisations import WORKS_THERE, find_or_invite

DAYS = 14
MOST_OPEN = 30
NOT_YOURS = "Only a lead of this organisation can do this."
NEEDS_EMAIL = "Write an email address."
NOT_AN_ADDRESS = "This is not an email address. Please look at it again."
TOO_MANY = "You invited many people. Please stop an invite first."
ENDED = "This invite does not work any more. Please ask for a new one."
SUBJECT = "You are invited to help people have their say"


def check_manages(user, organisation):
    """Raise PermissionDenied unless `user` (User) leads the workers of an `organisation` (Body), or is of the PMU."""
    if not may_manage_workers(user, organisation):
        raise PermissionDenied(NOT_YOURS)


@transaction.atomic
def invite_worker(*, organisation, by, email, name="", now=None):
    """Invite somebody by email. Inviting the same address again renews the invite: only the new link works.

    `organisation`: Body; `by`: its lead (User). Returns the Invite. Raises PermissionDenied, ValidationError. The mail
    goes after this is stored; whether it went stands with the invite.
    """
    check_manages(by, organisation)
    email, now = email.strip().lower(), now or timezone.now()
    refuse(organisation, email, now)
    token = secrets.token_urlsafe(32)
    values = {"name": name.strip(), "link_key": key_of(token), "by": by, "made_at": now, "mailed_at": None}
    values["ends_at"] = now + timedelta(days=DAYS)
    invite, _ = Invite.objects.update_or_create(
        organisation=organisation, email=email, used_at=None, stopped_at=None, defaults=values
    )
    log(instance=organisation, action="bodies.invited", user=by)
    transaction.on_commit(lambda: mail(invite, token))
    return invite


def refuse(organisation, email, now):
    """Raise ValidationError for an address that cannot be invited."""
    if not email:
        raise ValidationError({"email": NEEDS_EMAIL})
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError({"email": NOT_AN_ADDRESS}) from None
    if organisation.workers.filter(user__email__iexact=email, left_on=None).exists():
        raise ValidationError({"email": WORKS_THERE})
    standing = organisation.invites.filter(used_at=None, stopped_at=None, ends_at__gt=now).exclude(email=email)
    if standing.count() >= MOST_OPEN:
        raise ValidationError(TOO_MANY)


def mail(invite, token):
    """Send the link. What cannot be sent is seen on the page, where the lead can invite again."""
    context = {"organisation": invite.organisation.plain_name, "link": f"{settings.SITE_URL}/support/invite/{token}/"}
    context["days"] = DAYS
    words = render_to_string("bodies/email/invite.txt", context)
    if send_mail(SUBJECT, words, None, [invite.email], fail_silently=True):
        Invite.objects.filter(pk=invite.pk).update(mailed_at=timezone.now())


def key_of(token):
    """What is kept of an invite's `token` (str): its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def find_invite(token, now=None):
    """The Invite that a `token` (str) opens now, or None: used, stopped, over, or never there."""
    found = Invite.objects.select_related("organisation").filter(link_key=key_of(token), stopped_at=None)
    return found.filter(used_at=None, ends_at__gt=now or timezone.now()).first()


@transaction.atomic
def take_invite(*, token, now=None):
    """Take an invite: its person works there from now on, and signs in by a code. Returns the Worker.

    The link gives no session: only who reads that mailbox gets the code. Raises ValidationError (code ended).
    """
    invite = find_invite(token, now)
    if invite is None:
        raise ValidationError(ENDED, code="ended")
    user = find_or_invite(name=invite.name, email=invite.email, phone="")
    user.groups.add(Group.objects.get_or_create(name=ADVOCACY_WORKER)[0])
    worker, _ = Worker.objects.get_or_create(
        organisation=invite.organisation, user=user, left_on=None, defaults={"added_by": invite.by}
    )
    invite.used_at = now or timezone.now()
    invite.save(update_fields=["used_at"])
    log(instance=invite.organisation, action="bodies.worker_added", user=user, data={"user": user.pk})
    return worker


@transaction.atomic
def stop_invite(*, invite, by):
    """Stop an invite: its link works no more. Twice is the same as once. Returns the Invite."""
    check_manages(by, invite.organisation)
    if invite.used_at is None and invite.stopped_at is None:
        invite.stopped_at = timezone.now()
        invite.save(update_fields=["stopped_at"])
        log(instance=invite.organisation, action="bodies.invite_stopped", user=by)
    return invite
