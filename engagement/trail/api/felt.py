"""*Did this feel true?* as open data: the same numbers as on the plan's page."""

from datetime import date

from ninja import Schema

from engagement.decisions.models import Decision, FeltTrue

from ..felt import COUNTED, felt_in


class FeltAnswer(Schema):
    """One answer and how many cards gave it: exact."""

    answer: str
    label: str
    count: int


class FeltSplit(Schema):
    """The same by whose words they are: rounded to 5, none under 8."""

    label: str
    own_words: int
    said_by_others: int


class FeltOut(Schema):
    """Whether the promise of one round felt true. No numbers while people are asked, or when fewer than 8 told us."""

    round: str
    promise: str
    asked_until: date
    counted: bool
    total: int | None
    answers: list[FeltAnswer]
    by_whose_words: list[FeltSplit]
    words: list[dict]


def with_felt(plans):
    """`plans` (list of ProposalPage with `public_rounds`), each with `felt`. At most three queries for any number."""
    rows = Decision.objects.published().filter(proposal__in=plans).only("proposal", "kind", "published_at")
    decisions = {}
    for row in rows.order_by():
        decisions.setdefault(row.proposal_id, []).append(row)
    found = felt_in([(decisions.get(plan.pk, []), plan.public_rounds) for plan in plans])
    for plan, felt in zip(plans, found, strict=True):
        plan.felt = felt
    return plans


def felt_out(felt):
    """A Felt as the values of a FeltOut."""
    values = zip(FeltTrue.Answer.values, felt.rows, strict=False)
    return {
        "round": str(felt.round.public_id),
        "promise": felt.round.promise,
        "asked_until": felt.until,
        "counted": felt.state == COUNTED,
        "total": felt.total or None,
        "answers": [{"answer": value, "label": row.label, "count": row.count} for value, row in values],
        "by_whose_words": [split_out(*row) for row in felt.table.rows] if felt.table else [],
        "words": felt.quotes,
    }


def split_out(label, cells):
    """One row of the split as the values of a FeltSplit."""
    return {"label": label, "own_words": cells[0], "said_by_others": cells[1]}
