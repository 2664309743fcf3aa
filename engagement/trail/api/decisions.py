"""Decisions as open data: who decided what and why, the reply to each theme, and what happened then."""

from datetime import date

from django.utils import timezone
from ninja import Router, Schema
from ninja.errors import HttpError

from easyread.blocks import lines
from engagement.decisions.models import Decision

from .actions import ActionOut, action_out
from .basis import SUMMARIES, SealOut, VoicesOut, seal_out, voices_out, with_seals
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
    confirmed_on: date | None
    published_on: date
    next_body: Named | None
    next_by: date | None
    answers: str | None
    corrects: str | None
    correction_reason: list[str]
    newer_slug: str | None
    equality_note: list[str]
    note_opened_on: date | None
    voices_opened_on: date | None
    voices: list[VoicesOut]
    seal: SealOut | None
    replies: list[ReplyOut]
    actions: list[ActionOut]
    example: str | None


class DecisionsOut(PageOf):
    """One page of the decisions."""

    items: list[DecisionOut]


@router.get("/decisions", response=DecisionsOut, summary="Every published decision, newest meeting first")
def list_decisions(request, page: int = PageNumber):
    """Every published decision with its replies and actions."""
    return paged(public_decisions(), page, decision_out, with_seals)


@router.get("/decisions/{slug}", response=DecisionOut, summary="One decision")
def get_decision(request, slug: str):
    """One published decision by its slug."""
    decision = public_decisions().filter(slug=slug).first()
    if decision is None:
        raise HttpError(404, "There is no decision of this name.")
    return decision_out(*with_seals([decision]))


def public_decisions():
    """Published decisions with everything that is public of them, in a fixed number of queries (F2)."""
    return (
        Decision.objects.published()
        .with_newer()
        .select_related("meeting__body", "proposal", "next_body", "answers")
        .defer("proposal__easy_read", "proposal__standard")
        .prefetch_related("replies__theme", "replies__whose", "actions__owner", "actions__updates")
        .prefetch_related(SUMMARIES)
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
        "confirmed_on": decision.confirmed_at and timezone.localdate(decision.confirmed_at),
        "published_on": timezone.localdate(decision.published_at),
        "next_body": named(decision.next_body),
        "next_by": decision.next_by,
        "answers": answered_by(decision),
        "corrects": decision.corrects and str(decision.corrects.public_id),
        "newer_slug": decision.newer_slug,
        "note_opened_on": decision.note_opened_on,
        "voices_opened_on": decision.voices_opened_on,
        "voices": [voices_out(row) for row in decision.summaries.all()],
        "seal": seal_out(decision.seal),
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
        "correction_reason": lines(decision.correction_reason),
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
