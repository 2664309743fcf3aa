"""Decisions as open data: who decided what and why, the reply to each theme, and what happened then."""

from datetime import date

from django.utils import timezone
from ninja import Router, Schema
from ninja.errors import HttpError

from easyread.blocks import lines
from engagement.decisions.models import Decision

from .lists import Named, PageNumber, PageOf, example, named, paged

router = Router(tags=["decisions"])


class MeetingOut(Schema):
    """The meeting that a decision hangs on."""

    id: str
    body: Named
    held_on: date
    place: str


class ReplyOut(Schema):
    """What a body answers to one theme, and why."""

    id: str
    theme: str
    theme_title: str
    answer: str
    reason: list[str]
    standard: str
    whose: Named | None
    answer_by: date | None


class UpdateOut(Schema):
    """What was done about an action, or why not."""

    happened_on: date
    state: str
    words: list[str]


class ActionOut(Schema):
    """Who does what by when, and how it stands today."""

    id: str
    what: str
    owner: Named
    owner_role: str
    due_on: date
    state: str
    updates: list[UpdateOut]


class DecisionOut(Schema):
    """What a body did at a meeting about a plan."""

    id: str
    slug: str
    url: str
    kind: str
    title: str
    plain: list[str]
    why: list[str]
    standard: str
    proposal: str
    proposal_title: str
    meeting: MeetingOut
    confirmed_by_the_body: bool
    published_on: date
    next_body: Named | None
    next_by: date | None
    answers: str | None
    equality_note: list[str]
    replies: list[ReplyOut]
    actions: list[ActionOut]
    example: str | None


class DecisionsOut(PageOf):
    """One page of the decisions."""

    items: list[DecisionOut]


@router.get("/decisions", response=DecisionsOut, summary="Every published decision, newest meeting first")
def list_decisions(request, page: int = PageNumber):
    """Every published decision with its replies and actions."""
    return paged(public_decisions(), page, decision_out)


@router.get("/decisions/{slug}", response=DecisionOut, summary="One decision")
def get_decision(request, slug: str):
    """One published decision by its slug."""
    decision = public_decisions().filter(slug=slug).first()
    if decision is None:
        raise HttpError(404, "There is no decision of this name.")
    return decision_out(decision)


def public_decisions():
    """Published decisions with everything that is public of them, in a fixed number of queries (F2)."""
    return (
        Decision.objects.published()
        .select_related("meeting__body", "proposal", "next_body", "answers")
        .defer("proposal__easy_read", "proposal__standard")
        .prefetch_related("replies__theme", "replies__whose", "actions__owner", "actions__updates")
    )


def decision_out(decision):
    """A Decision of `public_decisions` as the values of a DecisionOut."""
    return words_of(decision) | {
        "id": str(decision.public_id),
        "slug": decision.slug,
        "url": decision.address,
        "kind": decision.kind,
        "proposal": str(decision.proposal.public_id),
        "proposal_title": decision.proposal.title,
        "meeting": meeting_out(decision.meeting),
        "confirmed_by_the_body": decision.confirmed_at is not None,
        "published_on": timezone.localdate(decision.published_at),
        "next_body": named(decision.next_body),
        "next_by": decision.next_by,
        "answers": answered_by(decision),
        "replies": [reply_out(reply) for reply in decision.replies.all()],
        "actions": [action_out(action) for action in decision.actions.all()],
        "example": example(decision),
    }


def words_of(decision):
    """A decision in words: a dict of its texts."""
    return {
        "title": decision.title,
        "plain": lines(decision.plain),
        "why": lines(decision.why),
        "standard": decision.standard,
        "equality_note": lines(decision.equality_note),
    }


def answered_by(decision):
    """The id of the earlier decision that this one answers, when that is public; else None."""
    earlier = decision.answers
    return str(earlier.public_id) if earlier and earlier.published_at else None


def meeting_out(meeting):
    """A Meeting as the values of a MeetingOut."""
    return {
        "id": str(meeting.public_id),
        "body": named(meeting.body),
        "held_on": meeting.held_on,
        "place": meeting.place,
    }


def reply_out(reply):
    """A Reply as the values of a ReplyOut."""
    return {
        "id": str(reply.public_id),
        "theme": str(reply.theme.public_id),
        "theme_title": reply.theme.title,
        "answer": reply.answer,
        "reason": lines(reply.reason),
        "standard": reply.standard,
        "whose": named(reply.whose),
        "answer_by": reply.answer_by,
    }


def action_out(action):
    """An Action as the values of an ActionOut."""
    updates = [
        {"happened_on": update.happened_on, "state": update.state, "words": lines(update.words)}
        for update in action.updates.all()
    ]
    return {
        "id": str(action.public_id),
        "what": action.what,
        "owner": named(action.owner),
        "owner_role": action.owner_role,
        "due_on": action.due_on,
        "state": action.state,
        "updates": updates,
    }
