"""A group session before sending, and putting it right after: when, where, who was there (3.4)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.bodies.permissions import organisations_of

from ..hands import refuse_details, refuse_too_few
from ..models import GroupSession, Hands, Voice, VoiceDraft
from ..models.groups import KINDS
from ..permissions import changed_with_card, check_may_answer, check_may_change
from ..said import GONE
from .changing import locked
from .correcting import BY_THE_PERSON, WAS_READ, was_read
from .drafting import clear_draft, start_draft
from .visiting import NO_ORGANISATION, check_may_support, stands_to

NOT_YOURS = "You can open your own workshops only."
DETAILS = ("held_on", "place", "facilitator", "present", *(name for name, _ in KINDS))


@transaction.atomic
def start_group(*, round, by, organisation, now=None, **details):
    """Begin to write down what a group says about a `round` (RoundPage).

    `by`: User; `organisation`: Body at which they work. `details`: held_on (date), place, facilitator (str), present
    and the kinds of people (int). Returns the GroupSession, with its draft. Raises PermissionDenied; ValidationError.
    """
    check_may_support(by, organisation)
    refuse_details(details, round, timezone.localdate(now))
    draft, _ = start_draft(round=round, now=now)
    stands = stands_to(organisation, round.proposal)
    return GroupSession.objects.create(by=by, organisation=organisation, draft=draft, stands=stands, **details)


@transaction.atomic
def save_group_details(*, session, by, now=None, **details):
    """Store when, where and who was there anew. `details`: as in `start_group`. Returns the GroupSession.

    Raises ValidationError when fewer people would be there than hands are up.
    """
    session = open_session(session, by, now)
    refuse_details(details, session.round, timezone.localdate(now))
    refuse_too_few(session, details["present"])
    for name in DETAILS:
        setattr(session, name, details.get(name) or (0 if name in dict(KINDS) else ""))
    Hands.objects.filter(session=session).update(present=session.present)
    session.save(update_fields=DETAILS)
    if session.is_sent:
        Voice.objects.filter(pk=session.voice_id).update(people_present=session.present)
    note_correction(session, by, now)
    return session


@transaction.atomic
def clear_group(*, session, by):
    """Remove an unsent session with all that was counted. Raises PermissionDenied, ValidationError once sent."""
    check_own(session, by)
    if not session.draft_id or not VoiceDraft.objects.filter(pk=session.draft_id).exists():
        raise ValidationError(GONE, code="gone")
    clear_draft(draft=session.draft)


def check_own(session, user):
    """Raise PermissionDenied unless the `session` (GroupSession) is the user's own, and they still work somewhere."""
    if session.by_id != user.pk:
        raise PermissionDenied(NOT_YOURS)
    if not organisations_of(user):
        raise PermissionDenied(NO_ORGANISATION)


def open_session(session, by, now=None):
    """The user's own session as it stands now, held until this transaction ends, where it may still be written.

    Before sending as a draft; after that until somebody has read it, the group's card changed it or the round closed.
    Returns the GroupSession. Raises PermissionDenied; ValidationError (code gone, not_open, read or person).
    """
    check_own(session, by)
    now = now or timezone.now()
    rows = GroupSession.objects.select_for_update(of=("self",)).select_related("draft__round", "voice__round")
    session = rows.filter(pk=session.pk).first()
    if session is None:
        raise ValidationError(GONE, code="gone")
    if session.is_sent:
        check_may_correct(locked(session.voice), now)
    else:
        check_may_answer(session.draft.round, now, session.draft)
        VoiceDraft.objects.filter(pk=session.draft_id).update(saved_at=timezone.now())
    return session


def check_may_correct(voice, now):
    """Raise ValidationError unless a group's `voice` (Voice) may still be put right by its worker."""
    check_may_change(voice, now)
    if changed_with_card(voice):
        raise ValidationError(BY_THE_PERSON, code="person")
    if was_read(voice):
        raise ValidationError(WAS_READ, code="read")


def note_correction(session, by, now=None):
    """After a change to a sent session: the day, a new fact for the record, a line in the site's history."""
    if not session.is_sent:
        return
    Voice.objects.filter(pk=session.voice_id).update(changed_at=now or timezone.now(), recorded=False)
    log(instance=session.voice, action="voices.corrected", user=by)
