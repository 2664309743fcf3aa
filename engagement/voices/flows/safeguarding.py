"""What a safeguarding lead does about a concern. Each thing is written down before it happens, and stays (3.6)."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from engagement.bodies.permissions import safeguards

from ..models import Concern, ConcernEntry
from .worrying import let_go

Kind = ConcernEntry.Kind
NOT_A_LEAD = "Only the safeguarding lead can open this."
NEEDS_WORDS = "Write what you did."
NEEDS_TO = "Write to whom you sent it."
NEEDS_OUTCOME = "Choose what happens with the words."
NEEDS_REASON = "Write why you close this."
IS_CLOSED = "This is closed already."
LOOK_FIRST = "Open it and read it first."


def check_lead(user, concern):
    """Raise PermissionDenied unless `user` (User) is a named lead of a `concern` (Concern). No role is enough."""
    if not Concern.objects.for_leads(safeguards(user)).filter(pk=concern.pk).exists():
        raise PermissionDenied(NOT_A_LEAD)


@transaction.atomic
def open_concern(*, concern, by, now=None):
    """Write down that a lead reads a concern now: only after that are its words shown. Returns the Concern.

    `by`: User. The first time is kept with the concern: it is the time to the first look.
    """
    check_lead(by, concern)
    concern = held(concern)
    now = now or timezone.now()
    ConcernEntry.objects.create(concern=concern, kind=Kind.OPENED, by=by, at=now)
    if concern.looked_at is None:
        concern.looked_at = now
        concern.save(update_fields=["looked_at"])
    return concern


@transaction.atomic
def note_what_was_done(*, concern, by, words, to=""):
    """Write down what a lead did, or to whom they sent it. `words`, `to`: str. Returns the ConcernEntry."""
    check_lead(by, concern)
    words, to = words.strip(), to.strip()
    if not words:
        raise ValidationError({"words": NEEDS_WORDS})
    kind = Kind.SENT if to else Kind.DID
    return ConcernEntry.objects.create(concern=held(concern), kind=kind, by=by, words=words, to=to)


@transaction.atomic
def close_concern(*, concern, by, outcome, words, now=None):
    """Close a concern. `outcome`: Concern.Outcome; `words`: why (str). Returns the Concern.

    With *put back* the words are read and counted with the others again. Raises PermissionDenied; ValidationError while
    nobody has read it, without a reason, or twice.
    """
    check_lead(by, concern)
    concern, now = held(concern), now or timezone.now()
    refuse_closing(concern, outcome, words.strip())
    concern.closed_at, concern.outcome = now, outcome
    concern.keep_until = timezone.localdate(now) + timedelta(days=settings.DAYS_TO_KEEP_A_CONCERN)
    concern.save(update_fields=["closed_at", "outcome", "keep_until"])
    ConcernEntry.objects.create(concern=concern, kind=Kind.CLOSED, by=by, at=now, words=words.strip())
    if outcome == Concern.Outcome.PUT_BACK:
        let_go(concern)
    return concern


def refuse_closing(concern, outcome, words):
    """Raise ValidationError with each thing that is missing."""
    if concern.closed_at:
        raise ValidationError(IS_CLOSED)
    if concern.looked_at is None:
        raise ValidationError(LOOK_FIRST)
    wrong = {} if words else {"words": NEEDS_REASON}
    if outcome not in Concern.Outcome.values:
        wrong["outcome"] = NEEDS_OUTCOME
    if wrong:
        raise ValidationError(wrong)


def held(concern):
    """The concern as it is now, held until this transaction ends."""
    return Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)


@transaction.atomic
def forget_old_concerns(*, now=None):
    """Erase the words of closed concerns whose time is over (3.8); who did what and when stays. Returns int.

    What a person said stays held out where the lead decided so: that is no part of the concern.
    """
    now = now or timezone.now()
    old = Concern.objects.select_for_update().filter(keep_until__lt=timezone.localdate(now), forgotten_at=None)
    for concern in old:
        concern.worry, concern.words, concern.forgotten_at = "", [], now
        concern.save(update_fields=["worry", "words", "forgotten_at"])
        concern.entries.all().forget()
        ConcernEntry.objects.create(concern=concern, kind=Kind.FORGOTTEN, at=now)
    return len(old)
