"""Writing down that a body met or will meet, and telling everybody."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.record.flows import append

from ..models import Meeting
from ..permissions import check_may_prepare, serves

IS_THERE = "This body has a meeting on this day already."
ENDS_BEFORE = "The meeting must end after it starts."
IS_ANNOUNCED = "This meeting is announced already."
NEEDS_CONTACT = "Say who people can ring or write to."
NEEDS_PLACE = "Say where the meeting is, or how to join online."
NEEDS_COME = "Say who can come."
NEEDS_PAID = "Say if time and travel are paid."
NEEDS_REASON = "Say in Easy Read why the meeting does not take place."
IS_OVER = "This meeting has happened already."
TEXTS = (
    *("place", "plain", "getting_there", "online", "support"),
    *("contact_name", "contact_phone", "contact_email", "pay_words"),
)
OTHERS = ("starts_at", "ends_at", "who_can_come", "time_paid", "travel_paid", "papers_days")


def may_add_meeting(user, body):
    """Whether `user` (User) may write down a meeting of `body` (Body): the PMU of any, a secretary of their own."""
    return user.has_perm("bodies.add_meeting") or serves(user, body)


def check_may_add(user, body):
    """Raises PermissionDenied for a `user` (User) who may not write down meetings of `body` (Body)."""
    if not may_add_meeting(user, body):
        raise PermissionDenied("You may write down meetings of your own bodies only.")


@transaction.atomic
def find_or_add_meeting(*, body, held_on, by, place="", plain="", is_example=False):
    """The meeting of a body on a day: the one that is known, or a new one.

    `body`: Body; `held_on`: date; `by`: User; `place`, `plain`: str, for a new one. Returns the Meeting.
    Raises PermissionDenied for a user who may not write down its meetings.
    """
    check_may_add(by, body)
    words = {"place": place.strip(), "plain": plain.strip(), "is_example": is_example}
    meeting, is_new = Meeting.objects.get_or_create(body=body, held_on=held_on, defaults=words)
    if is_new:
        log(instance=meeting, action="wagtail.create", user=by)
    return meeting


@transaction.atomic
def plan_meeting(*, body, held_on, by, is_example=False, **facts):
    """Write down a meeting with what somebody must know who wants to come; nobody sees it before it is announced.

    `body`: Body; `held_on`: date; `by`: User; `facts`: fields of Meeting. Returns the Meeting.
    Raises PermissionDenied, or ValidationError with a dict of fields.
    """
    check_may_add(by, body)
    if Meeting.objects.filter(body=body, held_on=held_on).exists():
        raise ValidationError({"held_on": IS_THERE})
    meeting = Meeting(body=body, held_on=held_on, is_example=is_example)
    _fill(meeting, facts)
    meeting.save()
    log(instance=meeting, action="wagtail.create", user=by)
    return meeting


@transaction.atomic
def change_meeting(*, meeting, by, **facts):
    """Change what somebody must know who wants to come. Its body and its day stay.

    `meeting`: Meeting; `by`: User; `facts`: fields of Meeting. Returns the Meeting. Raises as `plan_meeting`.
    """
    check_may_prepare(by, meeting.body)
    _fill(meeting, facts)
    if meeting.announced_on:
        _check_known(meeting)
    meeting.save()
    log(instance=meeting, action="wagtail.edit", user=by)
    return meeting


def _fill(meeting, facts):
    for name in TEXTS:
        if name in facts:
            setattr(meeting, name, facts[name].strip())
    for name in OTHERS:
        if name in facts:
            setattr(meeting, name, facts[name])
    if meeting.starts_at and meeting.ends_at and meeting.ends_at <= meeting.starts_at:
        raise ValidationError({"ends_at": ENDS_BEFORE})


def reasons_not_to_announce(meeting):
    """Why a `meeting` (Meeting) cannot be announced yet, as a list of Easy Read sentences."""
    known = [
        (meeting.contact_phone or meeting.contact_email, NEEDS_CONTACT),
        (meeting.place or meeting.online, NEEDS_PLACE),
        (meeting.who_can_come != Meeting.Come.UNKNOWN, NEEDS_COME),
        (Meeting.Paid.UNKNOWN not in (meeting.time_paid, meeting.travel_paid), NEEDS_PAID),
    ]
    return [sentence for is_known, sentence in known if not is_known]


def _check_known(meeting):
    if reasons := reasons_not_to_announce(meeting):
        raise ValidationError(reasons)


@transaction.atomic
def announce_meeting(*, meeting, by, on=None):
    """Let everybody see a meeting with its agenda, its papers and what is asked. Stands on the record.

    `meeting`: Meeting; `by`: User; `on`: date, today when left out. Returns the Meeting.
    Raises PermissionDenied, or ValidationError with one sentence for each thing that people must know first.
    """
    check_may_prepare(by, meeting.body)
    meeting.refresh_from_db(fields=["announced_on"], from_queryset=Meeting.objects.select_for_update())
    if meeting.announced_on:
        raise ValidationError(IS_ANNOUNCED)
    _check_known(meeting)
    meeting.announced_on = on or timezone.localdate()
    meeting.save()
    log(instance=meeting, action="bodies.announced", user=by)
    facts = {"body": str(meeting.body.public_id), "on": meeting.held_on.isoformat()}
    append(
        fact="meeting.announced",
        subject=meeting.public_id,
        data=facts,
        day=meeting.announced_on,
        example=meeting.is_example,
    )
    return meeting


@transaction.atomic
def call_off_meeting(*, meeting, by, reason):
    """Say that a meeting to come does not take place, and why. Its page stays and says so.

    `meeting`: Meeting; `by`: User; `reason`: Easy Read. Returns the Meeting. Raises PermissionDenied, ValidationError.
    """
    check_may_prepare(by, meeting.body)
    if meeting.is_over:
        raise ValidationError(IS_OVER)
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_REASON})
    meeting.called_off = reason.strip()
    meeting.save()
    log(instance=meeting, action="bodies.called_off", user=by)
    if meeting.announced_on:
        append(fact="meeting.called_off", subject=meeting.public_id, example=meeting.is_example)
    return meeting
