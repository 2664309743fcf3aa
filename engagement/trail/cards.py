"""Plans and outcomes as cards for lists: what each is, where it stands, and where it leads."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from easyread.dates import full_date
from easyread.reading import ready
from engagement.decisions.models import Decision, Update
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.proposals.reading import coming_words

from .basis import NOT_CONFIRMED


@dataclass
class Card:
    """One card of a list. `kind` is a kind of components/tag.html; `answer_href` leads straight to answering."""

    title: str
    href: str
    words: list
    tag: str
    kind: str
    picture: object = None
    is_example: bool = False
    answer_href: str = ""
    promise: str = ""
    group: str = ""


def plan_cards(proposals=None):
    """Every live plan as a Card, by its place and then by date; two queries for any number of plans (F2).

    `proposals`: a queryset of ProposalPage, for fewer than all. Each card's `group` is "open", "coming" or "past".
    """
    decided = Exists(Decision.objects.published().filter(proposal=OuterRef("pk")).order_by())
    plans = ProposalPage.objects.all() if proposals is None else proposals
    plans = list(
        plans.live()
        .select_related("picture")
        .defer("easy_read", "standard")
        .annotate(is_decided=decided)
        .order_by("place_on_home", "-first_published_at", "pk")
    )
    ready(plan.picture for plan in plans)
    rounds = rounds_by_plan()
    return [plan_card(plan, rounds.get(plan.path, [])) for plan in plans]


def rounds_by_plan():
    """All live rounds by the tree path of the plan they belong to. Returns a dict str → list of RoundPage."""
    found = {}
    for page in RoundPage.objects.live().defer("easy_read", "standard", "questions").order_by("opens_on", "pk"):
        found.setdefault(page.path[: -page.steplen], []).append(page)
    return found


def plan_card(plan, rounds):
    """`plan` (ProposalPage with `is_decided`) as a Card, from its live `rounds` (list of RoundPage)."""
    common = {
        "title": plan.title,
        "href": plan.address,
        "picture": plan.picture,
        "is_example": plan.is_example,
    }
    if is_open := [page for page in rounds if page.is_open]:
        return open_card(plan, is_open[0], common)
    if coming := [page for page in rounds if page.stage == "before"]:
        words = [plan.summary, coming_words(coming[0])]
        return Card(words=words, tag="Coming soon", kind="soon", group="coming", **common)
    if not rounds and not plan.is_decided:
        words = [plan.summary, "We will ask you what you think."]
        return Card(words=words, tag="Coming soon", kind="soon", group="coming", **common)
    last = "There is a decision." if plan.is_decided else "There is no decision yet."
    return Card(words=[plan.summary, last], tag="Closed", kind="closed", group="past", **common)


def open_card(plan, page, common):
    """The Card of a plan whose round `page` is open."""
    until = [f"You can answer until {full_date(page.closes_on)}."] if page.closes_on else []
    address = f"{plan.address}{page.slug}/"
    return Card(
        words=[plan.summary, *until],
        tag="Open now",
        kind="open",
        group="open",
        answer_href=address,
        promise=page.get_promise_display(),
        **common,
    )


TAGS = {
    Decision.Kind.DECIDED: "done",
    Decision.Kind.RECOMMENDED: "some",
    Decision.Kind.NOTED: "not_yet",
    Decision.Kind.PUT_OFF: "not_yet",
    Decision.Kind.NOT_OURS: "not_ours",
}


def shown_decisions():
    """Published decisions with all that a card shows, newest first. Returns a queryset."""
    return Decision.objects.published().select_related("meeting__body", "proposal__picture").with_newer()


def decision_card(decision):
    """A published decision of `shown_decisions` as a Card; one that is not the newest word says so."""
    met = decision.meeting
    tag, kind = tag_of(decision)
    return Card(
        title=decision.title,
        href=decision.address,
        picture=decision.proposal.picture,
        words=[
            f"{met.body.plain_name} met on {full_date(met.held_on)}.",
            f"It was about: {decision.proposal.title}",
            *about_card(decision),
        ],
        tag=tag,
        kind=kind,
        is_example=decision.is_example,
    )


def tag_of(decision):
    """The tag of a decision with `newer_title`: what the body did, or that there is a newer decision. Two str."""
    if decision.newer_title:
        return "There is a newer decision", "moved"
    return decision.get_kind_display(), TAGS[decision.kind]


def about_card(decision):
    """What a card must say of a decision beside its tag, as a list of Easy Read sentences."""
    said = [] if decision.confirmed_at else [f"{NOT_CONFIRMED}."]
    return [*said, f"The newer decision is: {decision.newer_title}"] if decision.newer_title else said


def changes_because_of_you(most=3):
    """The newest outcomes and the newest things done because of them, as two lists of at most `most` Cards."""
    decisions = list(shown_decisions().filter(newer_title=None)[:most])
    done = (
        Update.objects.filter(state=Update.State.DONE, happened_on__lte=timezone.localdate())
        .exclude(action__decision__published_at=None)
        .select_related("action__decision__proposal", "action__decision__meeting", "action__owner")
        .order_by("-happened_on", "-pk")[:most]
    )
    ready(decision.proposal.picture for decision in decisions)
    return [decision_card(d) for d in decisions], [done_card(update) for update in done]


def done_card(update):
    """A thing that was done because of a decision, as a Card."""
    action = update.action
    words = [f"{action.owner.plain_name} did this.", f"It was done on {full_date(update.happened_on)}."]
    decision = action.decision
    return Card(
        title=action.what,
        href=decision.address,
        words=words,
        tag="Done",
        kind="done",
        is_example=decision.is_example,
    )
