"""Whether what people tell us is read within five working days: for the PMU, and for everybody (docs/tell-us.md)."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from engagement.polls.models import Question
from engagement.proposals.models import RoundPage
from engagement.proposals.working_days import late_since, read_by

from .reports import MOST, CountUpTo, unread


def told_and_unread(round=None):
    """Words of *Tell us something* that nobody has read yet, oldest first. `round`: RoundPage or None for any.

    A queryset of Answer.
    """
    if round is not None:
        return unread(round)
    asked = Question.objects.filter(round__kind=RoundPage.Kind.TELL_US).order_by().values("pk")
    return unread().filter(question__in=asked)


def late(round=None, today=None):
    """Those of `told_and_unread` that are late on `today` (date): their fifth working day has passed."""
    day = late_since(today or timezone.localdate()) + timedelta(days=1)
    return told_and_unread(round).filter(given_at__lt=timezone.make_aware(datetime.combine(day, time.min)))


def how_reading_stands(round):
    """How many words of an always open `round` (RoundPage) wait, and how many of them are late. A dict of int.

    Each is counted up to MOST, both in one query.
    """
    counts = {"waiting": told_and_unread(round), "late": late(round)}
    first = {name: CountUpTo(rows.order_by().values("pk")[: MOST + 1]) for name, rows in counts.items()}
    return RoundPage.objects.filter(pk=round.pk).order_by().annotate(**first).values(*first).get()


def due_days(answers):
    """Put on each of `answers` (of Answer with its round) its last day `read_by` (date), or None, and `is_late`."""
    today = timezone.localdate()
    for answer in answers:
        promised = answer.voice.round.kind == RoundPage.Kind.TELL_US
        answer.read_by = read_by(timezone.localdate(answer.given_at)) if promised else None
        answer.is_late = bool(answer.read_by and answer.read_by < today)
