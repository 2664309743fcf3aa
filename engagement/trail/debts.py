"""What a body owes to those who told us something, in words: when we asked, by when it answers, what it said."""

from django.db.models import F, OuterRef, Subquery

from easyread.blocks import lines
from easyread.dates import full_date
from engagement.decisions.models import Debt, DebtAnswer

from .body_facts import named
from .cards import Card
from .outcomes import REPLY_WORDS

TAGS = {"waiting": ("Waiting for an answer", "soon"), "late": ("The answer is late", "late")}
NOT_CONFIRMED_WORDS = ["We wrote this answer down.", "They have not said yet that it is right."]
NEWEST = 5


def state_tag(state):
    """The tag of a debt at `state` (str, see Debt.state): words and kind (two str)."""
    return TAGS.get(state) or (REPLY_WORDS[state], state)


def handed_on(debt):
    """The Debt that a `debt` (Debt) became at another body, or None."""
    return getattr(debt, "handed_on", None)


def tell_debt(debt):
    """A Debt with `name`, `tag`, `kind`, `words`, `reason`, `whose` and `before` for a template."""
    last, debt.name = debt.last_answer, debt.body.plain_name
    debt.tag, debt.kind = state_tag(debt.state)
    debt.words = [*asked_on(debt), *due_words(debt)]
    debt.reason, debt.whose = (lines(last.reason), answered_words(debt, last)) if last else ([], [])
    debt.before = [
        {"tag": REPLY_WORDS[row.answer], "kind": row.answer, "words": [*lines(row.reason), *who_said(row)]}
        for row in list(debt.answers.all())[:-1]
    ]
    return debt


def asked_on(debt):
    """When and by whom a body was asked, as a list of sentences."""
    if debt.came_from:
        return [f"{debt.came_from.body.plain_name} handed this on.", f"That was on {full_date(debt.sent_on)}."]
    return [f"We asked them on {full_date(debt.sent_on)}."]


def due_words(debt):
    """By when a body must answer, or had to, as a list of sentences; [] once it has answered in time."""
    if debt.settled_on:
        return ["This answer was late."] if debt.settled_on > debt.due_on else []
    verb = "had to" if debt.state == "late" else "must"
    return [f"They {verb} answer by {full_date(debt.due_on)}."]


def answered_words(debt, last):
    """Who gave the last answer, and what comes then, as a list of sentences."""
    words = who_said(last)
    if last.whose:
        words.append(f"Now {named(last.whose)} must answer.")
    return words if last.confirmed_at else [*words, *NOT_CONFIRMED_WORDS]


def who_said(row):
    """Who gave an answer (DebtAnswer), and when, as a list of sentences."""
    return [f"Who answered: {row.role}.", f"That was on {full_date(row.answered_on)}."]


def answered_by(body):
    """What a `body` (Body) answered last to those who told us something, as a list of Cards. One query."""
    answers = DebtAnswer.objects.filter(debt=OuterRef("pk")).order_by("-answered_on", "-pk").values("answer")
    found = Debt.objects.public().filter(body=body).exclude(settled_on=None).order_by("-settled_on", "-pk")
    found = found.select_related("theme__picture", "handed_on__body").annotate(last=Subquery(answers[:1]))
    return [answered_card(debt) for debt in found.annotate(made_up=F("theme__round__made_up"))[:NEWEST]]


def answered_card(debt):
    """A Debt that was answered as a Card that leads to its theme."""
    later, (tag, kind) = handed_on(debt), state_tag(debt.last)
    return Card(
        title=debt.theme.title,
        href=debt.theme.address,
        picture=debt.theme.picture,
        words=[
            f"They answered on {full_date(debt.settled_on)}.",
            *([f"Now {named(later.body)} must answer."] if later else []),
        ],
        tag=tag,
        kind=kind,
        is_example=debt.made_up,
    )
