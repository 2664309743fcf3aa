"""What became of something that a person told us, as their card shows it: read, theme, asked, answer, plan."""

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from easyread.blocks import lines
from easyread.dates import full_date
from easyread.reading import ready
from engagement.decisions.models import Decision, Reply
from engagement.heard.reports import unread
from engagement.proposals.working_days import READ_WITHIN, read_by
from engagement.shaping.models import Draft

from .debts import tell_debt
from .drafts import because_of, in_short
from .outcomes import REPLY_WORDS
from .told import plans_of, public_themes

WHAT_HAPPENS = [
    f"We read everything within {READ_WITHIN} working days.",
    "Then we say what we heard.",
    "We ask who can answer.",
    "They must give you their reasons.",
]
STREAMS = ("draft__easy_read", "draft__standard")
ANSWERED = ("yes", "some", "no")


def told_trail(mine):
    """The trail of a voice (MyVoice) of an always open round, as a dict for its page.

    With the short code only what happens to everything that people tell us: it never says whose words are in what.
    """
    common = {"heard_href": f"{mine.round.address}results/"}
    if not mine.is_own:
        return common | {"steps": [], "what_next": WHAT_HAPPENS}
    themes = my_themes(mine)
    done = what_plans_did(mine, themes)
    return common | done | {"steps": steps_of_mine(mine, themes, done["my_decisions"]), "my_told": themes}


def what_plans_did(mine, themes):
    """What became of one's words in the plans that began with one's `themes`, for the page of the card. A dict.

    Changes in their drafts, and their decisions with the reply to one's own themes: two queries for any number.
    """
    plans = {row.proposal_id: row.proposal for theme in themes for row in theme.started.all()}
    if not plans:
        return {"my_changes": [], "my_decisions": []}
    out = Draft.objects.published().filter(proposal__in=plans).order_by()
    changes = because_of(mine).filter(draft__in=out).select_related("draft").defer(*STREAMS)
    return {
        "my_changes": [in_short(change, change.draft, plans[change.draft.proposal_id]) for change in changes],
        "my_decisions": [decided(decision) for decision in decisions_of(mine, plans)],
    }


def decisions_of(mine, plans):
    """The published decisions of `plans` (ids), newest first, each with the `answer` and `because` for one's themes."""
    replies = Reply.objects.filter(decision=OuterRef("pk"), theme__in=mine.theme_ids)
    found = Decision.objects.published().filter(proposal__in=plans).select_related("meeting__body")
    return found.annotate(answer=Subquery(replies.values("answer")[:1]), because=Subquery(replies.values("reason")[:1]))


def decided(decision):
    """A decision of `decisions_of` as the card tells it. Returns a dict."""
    body, day = decision.meeting.body, full_date(decision.meeting.held_on)
    return {
        "title": decision.title,
        "href": decision.address,
        "when": [f"{body.plain_name} met on {day}."],
        "is_confirmed": bool(decision.confirmed_at),
        "words": lines(decision.plain),
        "answer": decision.answer,
        "answered": REPLY_WORDS[decision.answer] if decision.answer else "",
        "because": lines(decision.because),
    }


def my_themes(mine):
    """The public themes that hold this voice's words, newest first, as a list; each with `asked` and `plans`."""
    themes = list(public_themes().filter(pk__in=mine.theme_ids))
    ready(theme.picture for theme in themes)
    for theme in themes:
        theme.asked = [tell_debt(debt) for debt in theme.debts.all()]
        theme.plans = plans_of(theme)
    return themes


def steps_of_mine(mine, themes, decided):
    """Where this voice stands, for components/steps.html: a list of dict. `decided`: of plans (list)."""
    steps = [
        {"title": "You told us something", "state": "done"},
        reading_step(mine),
        {"title": "We say what we heard", "state": "done" if themes else "next"},
    ]
    asked = [debt for theme in themes for debt in theme.asked]
    began = [plan for theme in themes for plan in theme.plans]
    if began and not asked:  # the body that decides the plan answers
        steps.append({"title": "A plan began", "state": "done", "href": began[0]["href"]})
        return [*steps, {"title": "They decide", "state": "done" if decided else "now"}]
    answered = [debt for debt in asked if debt.state in ANSWERED]
    return [
        *steps,
        {"title": "We ask who can answer", "state": "done" if asked else "next"},
        {"title": "They answer", "state": state_of_answers(asked, answered)},
    ]


def state_of_answers(asked, answered):
    """How the answers to one's own themes stand, as the state of a step (str). Both: lists of Debt."""
    if any(debt.state == "late" for debt in asked):
        return "late"
    if answered:
        return "done"
    return "now" if asked else "next"


def reading_step(mine):
    """Whether this voice's words were read: done, by when, or late. A dict."""
    title = "We read it"
    oldest = unread(mine.round).filter(voice=mine.voice).order_by("given_at").values_list("given_at", flat=True).first()
    if oldest is None:
        return {"title": title, "state": "done"}
    day = read_by(timezone.localdate(oldest))
    if day < timezone.localdate():
        return {"title": title, "state": "late", "words": [f"We had to read it by {full_date(day)}.", "We are sorry."]}
    return {"title": title, "state": "now", "words": f"We read it by {full_date(day)}."}
