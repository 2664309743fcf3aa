"""Plans and their rounds as open data."""

from datetime import date
from uuid import UUID

from django.db.models.functions import Left, Length
from django.utils import timezone
from ninja import Router, Schema
from ninja.errors import HttpError

from easyread.blocks import lines
from easyread.label import mark_checked
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.shaping.models import Draft

from .felt import FeltOut, felt_out, with_felt
from .lists import Named, PageNumber, PageOf, example, named, paged

router = Router(tags=["proposals"])
LONG = ("easy_read", "standard")


class MovedOut(Schema):
    """One move of the last day to answer, never to an earlier one, with its public reason."""

    moved_from: date
    moved_to: date
    reason: list[str]


class RoundOut(Schema):
    """One time of asking."""

    id: str
    title: str
    kind: str
    promise: str
    promise_words: list[str]
    opens_on: date
    opened_on: date | None
    closes_on: date | None
    closing_moved: list[MovedOut]
    short_reason: list[str]
    stage: str
    url: str
    easy_read_checked_on: date | None
    results: str | None
    example: str | None


class DraftOut(Schema):
    """One draft of a plan; its words stand on its page."""

    id: str
    number: int
    title: str
    published_on: date | None
    date_words: str
    url: str


class ProposalOut(Schema):
    """A plan: what is being shaped and decided, who asks, who will decide and when."""

    id: str
    title: str
    summary: str
    url: str
    asked_by: Named
    decided_by: Named
    decide_on: date | None
    why: list[str]
    other_choices: list[str]
    bad_points: list[str]
    cost: list[str]
    legal_duty: str
    rounds: list[RoundOut]
    drafts: list[DraftOut]
    felt_true: list[FeltOut]
    easy_read_checked_on: date | None
    example: str | None


class ProposalsOut(PageOf):
    """One page of the plans."""

    items: list[ProposalOut]


@router.get("/proposals", response=ProposalsOut, summary="Every plan")
def list_proposals(request, page: int = PageNumber):
    """Every plan with its rounds and drafts."""
    return paged(public_plans(), page, plan_out, finish=with_rounds_and_drafts)


@router.get("/proposals/{id}", response=ProposalOut, summary="One plan")
def get_proposal(request, id: UUID):
    """One plan by its id."""
    plans = with_rounds_and_drafts(list(public_plans().filter(public_id=id)))
    if not plans:
        raise HttpError(404, "There is no plan of this id.")
    return plan_out(plans[0])


def public_plans():
    """Live plans that are for everyone, in the order of their pages. A queryset."""
    plans = ProposalPage.objects.live().public().select_related("asked_by", "decided_by").defer("standard")
    return plans.order_by("path")


def public_rounds():
    """Live rounds that are for everyone, in the order they open. A queryset."""
    rounds = RoundPage.objects.live().public().defer("standard").prefetch_related("moves")
    return rounds.order_by("opens_on", "pk")


def with_rounds_and_drafts(plans):
    """`plans` (list of ProposalPage), each with `public_rounds` and `public_drafts`. A few queries for any number."""
    rounds, drafts = {}, {}
    above = Left("path", Length("path") - RoundPage.steplen)
    pages = public_rounds().annotate(above=above).filter(above__in=[plan.path for plan in plans])
    for page in mark_checked([*plans, *pages])[len(plans) :]:
        rounds.setdefault(page.above, []).append(page)
    for draft in Draft.objects.published().filter(proposal__in=plans).defer(*LONG):
        drafts.setdefault(draft.proposal_id, []).append(draft)
    for plan in plans:
        plan.public_rounds, plan.public_drafts = rounds.get(plan.path, []), drafts.get(plan.pk, [])
        for page in plan.public_rounds:
            page.proposal = plan
    return with_felt(plans)


def plan_out(plan):
    """A ProposalPage of `with_rounds_and_drafts` as the values of a ProposalOut."""
    texts = {name: plan.lines_of(name) for name in ("why", "other_choices", "bad_points", "cost")}
    return texts | {
        "id": str(plan.public_id),
        "title": plan.title,
        "summary": plan.summary,
        "url": plan.address,
        "asked_by": named(plan.asked_by),
        "decided_by": named(plan.decided_by),
        "decide_on": plan.decide_on,
        "legal_duty": plan.legal_duty,
        "rounds": [round_out(page, plan.address) for page in plan.public_rounds],
        "drafts": [draft_out(draft, plan.address) for draft in plan.public_drafts],
        "felt_true": [felt_out(felt) for felt in plan.felt],
        "easy_read_checked_on": checked_on(plan),
        "example": example(plan),
    }


def round_out(page, above):
    """A RoundPage with its plan as the values of a RoundOut. `above`: the address it stands below (str)."""
    return {
        "id": str(page.public_id),
        "title": page.title,
        "kind": page.kind,
        "promise": page.promise,
        "promise_words": lines(page.promise_words),
        "opens_on": page.opens_on,
        "opened_on": page.opened_on if page.has_opened else None,
        "closes_on": page.closes_on,
        "closing_moved": [moved_out(move) for move in page.moves.all()],
        "short_reason": lines(page.short_reason),
        "stage": page.stage,
        "url": f"{above}{page.slug}/",
        "easy_read_checked_on": checked_on(page),
        "results": f"/api/rounds/{page.public_id}/results" if page.stage == "closed" else None,
        "example": example(page),
    }


def checked_on(page):
    """The day on which people checked the live version of a page of `mark_checked`. Returns date, or None."""
    return page.checked_at and timezone.localdate(page.checked_at)


def moved_out(move):
    """A ClosingMoved as the values of a MovedOut."""
    return {"moved_from": move.moved_from, "moved_to": move.moved_to, "reason": move.reasons}


def draft_out(draft, above):
    """A Draft as the values of a DraftOut."""
    return {
        "id": str(draft.public_id),
        "number": draft.number,
        "title": draft.title,
        "published_on": draft.published_on,
        "date_words": draft.date_words,
        "url": f"{above}draft-{draft.number}/",
    }
