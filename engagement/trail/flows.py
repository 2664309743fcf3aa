"""What the trail itself writes: the count of a closed round, on the public record."""

from django.db import transaction
from django.utils import timezone

from engagement.heard.models import Idea
from engagement.record.flows import append
from engagement.record.models import Entry

from .counted import counted_lines, seal_of_lines

COUNTED = "round.counted"


@transaction.atomic
def record_count(*, round):
    """Put on the record what was counted in a closed `round` (RoundPage), so that a later count cannot hide a change.

    Appended anew only when the lines have changed, such as by a voice that was given in time and typed in later.
    Nothing for a round that is open, or whose totals are hidden. Returns int: 0 or 1.
    """
    if round.stage != "closed" or not (round.live and round.closes_on):
        return 0
    lines = counted_lines(round)
    if lines is None:
        return 0
    seal = seal_of_lines(lines)
    last = Entry.objects.about(round.public_id).filter(fact=COUNTED).order_by("number").last()
    if last and last.data["lines"] == seal:
        return 0
    data = {"lines": seal} | shown_ideas(round)
    append(fact=COUNTED, subject=round.public_id, data=data, day=timezone.localdate(), example=round.is_example)
    return 1


def shown_ideas(round):
    """How many ideas a `round` (RoundPage) showed when it was counted, for the record. Returns a dict."""
    if round.kind != round.Kind.WHAT_MATTERS:
        return {}
    return {"ideas": Idea.objects.filter(round=round).shown().count()}
