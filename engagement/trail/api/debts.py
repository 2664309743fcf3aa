"""What people told us and who must answer it, as open data: each debt of a body with its answers."""

from datetime import date

from django.db.models import Prefetch
from django.utils import timezone
from ninja import Router, Schema

from easyread.blocks import lines
from engagement.decisions.models import Debt
from engagement.heard.models import StartedPlan

from ..debts import handed_on
from ..told import how_many, whose_words
from .lists import Named, PageNumber, PageOf, example, named, paged

router = Router(tags=["what people told us"])


class ToldOut(Schema):
    """A theme that people told us. How many said so is told in words, as on its page; few are "a few people"."""

    id: str
    round: str
    title: str
    plain: list[str]
    standard: str
    published_on: date
    how_many: list[str]
    whose_words: list[str]
    url: str
    began_plans: list[str]


class DebtAnswerOut(Schema):
    """What a body answered, and why."""

    id: str
    answer: str
    reason: list[str]
    standard: str
    whose: Named | None
    answer_by: date | None
    role: str
    answered_on: date
    confirmed_on: date | None


class DebtOut(Schema):
    """An answer that a body owes, or owed, to those who told us something."""

    id: str
    theme: ToldOut
    body: Named
    sent_on: date
    due_on: date
    settled_on: date | None
    state: str
    came_from: str | None
    handed_on: str | None
    answers: list[DebtAnswerOut]
    example: str | None


class DebtsOut(PageOf):
    """One page of what bodies owe."""

    items: list[DebtOut]


@router.get("/debts", response=DebtsOut, summary="What people told us, who must answer, and what they answered")
def list_debts(request, page: int = PageNumber):
    """Every debt of a body to those who told us something, in the order in which they were sent."""
    return paged(public_debts(), page, debt_out)


def public_debts():
    """Debts whose theme everybody can read, with all that is public of them, in a fixed number of queries (F2)."""
    plans = (
        StartedPlan.objects.filter(proposal__live=True).select_related("proposal").only("theme", "proposal__public_id")
    )
    rows = Debt.objects.public().in_full().select_related("theme__counts").order_by("sent_on", "pk")
    return rows.prefetch_related(Prefetch("theme__started", plans))


def debt_out(debt):
    """A Debt of `public_debts` as the values of a DebtOut."""
    later = handed_on(debt)
    return {
        "id": str(debt.public_id),
        "theme": theme_out(debt.theme),
        "body": named(debt.body),
        "sent_on": debt.sent_on,
        "due_on": debt.due_on,
        "settled_on": debt.settled_on,
        "state": debt.state,
        "came_from": debt.came_from and str(debt.came_from.public_id),
        "handed_on": later and str(later.public_id),
        "answers": [answer_out(row) for row in debt.answers.all()],
        "example": example(debt.theme.round),
    }


def theme_out(theme):
    """A Theme as the values of a ToldOut."""
    return {
        "id": str(theme.public_id),
        "round": str(theme.round.public_id),
        "title": theme.title,
        "plain": lines(theme.plain),
        "standard": theme.standard,
        "published_on": timezone.localdate(theme.published_at),
        "how_many": how_many(theme),
        "whose_words": whose_words(theme),
        "url": theme.address,
        "began_plans": [str(row.proposal.public_id) for row in theme.started.all()],
    }


def answer_out(row):
    """A DebtAnswer as the values of a DebtAnswerOut."""
    return {
        "id": str(row.public_id),
        "answer": row.answer,
        "reason": lines(row.reason),
        "standard": row.standard,
        "whose": named(row.whose),
        "answer_by": row.answer_by,
        "role": row.role,
        "answered_on": row.answered_on,
        "confirmed_on": row.confirmed_at and timezone.localdate(row.confirmed_at),
    }
