"""When a person may answer, change or take back, each as a named question, and the kind words when not."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

CLOSED = "This has closed. You cannot send answers now."
NOT_OPEN = "This is not open yet. You cannot send answers now."
CLOSED_FOR_CHANGE = "This has closed. You cannot change your answers now."
TAKEN_BACK = "You took back what you said. You cannot change it now."
CHANGED_TOO_OFTEN = "You have changed this many times. Please ask us for help."
MOST_CHANGES = 50  # rows that one voice may add to one question


def was_open(round, at):
    """Whether a `round` (RoundPage) was open on the day of `at` (datetime). Its last day is open to the end."""
    day = timezone.localdate(at)
    return round.opens_on <= day and (round.closes_on is None or day <= round.closes_on)


def is_mid_answer(draft, now):
    """Whether the person of a `draft` (VoiceDraft) was answering earlier on this day.

    The round may be closed or taken down in the middle of a day; who was answering has until that day ends (SEAMS.md).
    """
    return timezone.localdate(draft.saved_at) == timezone.localdate(now)


def may_answer(round, now, draft=None):
    """Whether answers to a `round` (RoundPage) are taken at `now` (datetime), from a `draft` or from anybody."""
    return (round.live and was_open(round, now)) or bool(draft and is_mid_answer(draft, now))


def check_may_answer(round, now, draft=None):
    """Raise ValidationError with a kind sentence unless `may_answer`."""
    if may_answer(round, now, draft):
        return
    raise ValidationError(NOT_OPEN if timezone.localdate(now) < round.opens_on else CLOSED, code="not_open")


def check_was_open(round, at):
    """Raise ValidationError unless `round` was open at `at` (datetime): for answers given then and typed in later."""
    if not was_open(round, at):
        raise ValidationError(CLOSED if round.opens_on <= timezone.localdate(at) else NOT_OPEN, code="not_open")


def may_change(voice, now: datetime):
    """Whether the person of a `voice` (Voice) may still change or add: it stands, and its round is open."""
    return voice.taken_back_at is None and voice.round.live and was_open(voice.round, now)


def check_may_change(voice, now):
    """Raise ValidationError with a kind sentence unless `may_change`."""
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
    if not may_change(voice, now):
        raise ValidationError(CLOSED_FOR_CHANGE, code="not_open")
