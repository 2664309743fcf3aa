"""When people are asked *did this feel true?*, and until when (docs/felt-true.md). Pure questions about rows."""

from datetime import timedelta

from django.utils import timezone

from .models import Decision

DAYS = 42  # six weeks: as long as that people can say it, and nothing of it is public before (SEAMS.md, Counting)
BEFORE, ASKING, COUNTED = "before", "asking", "counted"


def asked_until(decisions):
    """The last day (date) on which people are asked, or None before a plan has ended.

    `decisions`: the published ones of a plan, in any order. It ends with the first that *decided*; a later correction
    asks nobody again.
    """
    ended = [row.published_at for row in decisions if row.kind == Decision.Kind.DECIDED and row.published_at]
    return timezone.localdate(min(ended)) + timedelta(days=DAYS) if ended else None


def standing(decisions, rounds, today=None):
    """How the asking stands: BEFORE the plan has ended, ASKING, or COUNTED. `rounds`: the plan's (list of RoundPage).

    While a round of it is open, or will open, it has not ended, whatever was decided.
    """
    until, today = asked_until(decisions), today or timezone.localdate()
    if until is None:
        return BEFORE
    if today > until:
        return COUNTED
    return ASKING if all(page.stage == "closed" for page in rounds) else BEFORE
