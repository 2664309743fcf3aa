"""What a body was asked, what it decided, and what it still owes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from easyread.dates import full_date
from engagement.decisions.models import Action, Debt, Decision, Reply
from engagement.proposals.models import ProposalPage

from .cards import Card, decision_card, shown_decisions
from .story import ENDED

WORDS = {
    "answer": "It must answer about: {}",
    "reply": "It must answer about: {}",
    "action": "It promised: {}",
    "told": "It must answer about: {}",
}


@dataclass(frozen=True)
class Owed:
    """One thing a body still owes: an answer, or something it promised to do."""

    kind: str
    what: str
    due_on: date | None
    slug: str
    is_example: bool

    @property
    def href(self):
        """Where it is told: on the page of its decision, or of the theme that people told us."""
        return f"/tell-us/told/{UUID(self.slug)}/" if self.kind == "told" else f"/what-happened/{self.slug}/"

    def as_card(self):
        """It as a Card; late shows as late."""
        late = bool(self.due_on and self.due_on < timezone.localdate())
        words = [f"The day {'was' if late else 'is'} {full_date(self.due_on)}."] if self.due_on else []
        return Card(
            title=WORDS[self.kind].format(self.what),
            href=self.href,
            words=words,
            tag="This is late" if late else "Not done yet",
            kind="late" if late else "soon",
            is_example=self.is_example,
        )


def owed_by(body):
    """Everything a `body` still owes, soonest first, as a list of Owed. One query."""
    answers = Decision.objects.still_owed().filter(next_body=body)
    answered = Decision.objects.published().filter(answers=OuterRef("decision")).order_by()
    replies = Reply.objects.filter(
        Q(whose=body) | Q(answer="not_yet", decision__meeting__body=body), ~Exists(answered)
    ).exclude(decision__published_at=None)
    actions = Action.objects.filter(owner=body).exclude(decision__published_at=None).exclude(updates__state__in=ENDED)
    rows = told(answers, "answer", F("title"), F("next_by"), "").union(
        told_debts(body),
        told(replies, "reply", F("theme__title"), F("answer_by"), "decision__"),
        told(actions, "action", F("what"), F("due_on"), "decision__"),
        all=True,
    )
    return sorted((Owed(*row) for row in rows), key=lambda owed: owed.due_on or date.max)


def told_debts(body):
    """What a `body` must still answer to those who told us something, as tuples of the values of an Owed."""
    return (
        Debt.objects.public()
        .filter(body=body, settled_on=None)
        .order_by()
        .annotate(
            a_kind=Value("told"),
            a_what=F("theme__title"),
            a_due=F("due_on"),
            a_slug=Cast("theme__public_id", CharField()),
            a_made_up=F("theme__round__made_up"),
        )
        .values_list("a_kind", "a_what", "a_due", "a_slug", "a_made_up")
    )


def told(rows, kind, what, due_on, decision):
    """`rows` (queryset) as tuples of the values of an Owed. `decision`: the way to the decision."""
    made_up = Q(**{f"{decision}proposal__is_example": True}) | Q(**{f"{decision}meeting__is_example": True})
    return (
        rows.order_by()
        .annotate(
            a_kind=Value(kind),
            a_what=what,
            a_due=due_on,
            a_slug=F(f"{decision}slug"),
            a_made_up=ExpressionWrapper(made_up, output_field=BooleanField()),
        )
        .values_list("a_kind", "a_what", "a_due", "a_slug", "a_made_up")
    )


def asked_of(body):
    """The live plans that a body asks about or will decide, as two lists of Cards. One query."""
    plans = ProposalPage.objects.live().filter(Q(asked_by=body) | Q(decided_by=body)).select_related("picture")
    plans = list(plans.defer("easy_read", "standard").order_by("place_on_home", "pk"))
    return (
        [plan_of(plan) for plan in plans if plan.asked_by_id == body.pk],
        [plan_of(plan) for plan in plans if plan.decided_by_id == body.pk],
    )


def plan_of(plan):
    """A plan as a Card without its state."""
    return Card(plan.title, plan.address, [plan.summary], "", "", plan.picture, plan.is_example)


def decided_by(body, most=20):
    """The newest published decisions of a body, as a list of Cards. One query."""
    return [decision_card(decision) for decision in shown_decisions().filter(meeting__body=body)[:most]]
