"""What a decision rests on, as open data: the voices before it, and its seal on the public record."""

from django.db.models import Prefetch
from ninja import Schema

from engagement.decisions.models import RoundSummary

from ..basis import ROUND, STREAMS, seals_of, split_values
from ..results import workshops_in_words

SUMMARIES = Prefetch("summaries", RoundSummary.objects.select_related(*ROUND).defer(*STREAMS))


class VoicesOut(Schema):
    """What one round came to before the decision. Empty numbers are of few people. Splits are rounded to 5."""

    round: str
    title: str
    voices: int | None
    workshops: list[str]
    whose: dict[str, int] | None
    speaking: dict[str, int] | None


class SealOut(Schema):
    """Where the decision stands on the public record, and its seal there."""

    number: int
    seal: str


def with_seals(decisions):
    """`decisions` (list of Decision), each with `seal`: its Entry on the record, or None. One query."""
    seals = seals_of(decisions)
    for decision in decisions:
        decision.seal = seals.get(decision.pk)
    return decisions


def voices_out(row):
    """A RoundSummary as the values of a VoicesOut: exactly what the outcome's page shows."""
    splits = split_values(row)
    return {
        "round": str(row.round.public_id),
        "title": row.round.title,
        "voices": None if row.is_hidden else row.voices,
        "workshops": workshops_in_words(row),
        **splits,
    }


def seal_out(entry):
    """An Entry of the record as the values of a SealOut; None for None."""
    return entry and {"number": entry.number, "seal": entry.seal}
