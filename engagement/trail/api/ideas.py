"""The ideas of a round *What matters?* as open data: those that everybody can see, with counts once it has closed."""

from datetime import date
from uuid import UUID

from django.utils import timezone
from ninja import Router, Schema
from ninja.errors import HttpError

from engagement.heard.models import Idea
from engagement.proposals.models import RoundPage

from ..ideas import picked
from ..results import public_counts
from .lists import PageNumber, PageOf, example, paged

router = Router(tags=["rounds"])


class IdeaOut(Schema):
    """One idea. `id` is that of the choice in the results and in the counted lines."""

    id: str
    number: int
    title: str | None
    plain: list[str]
    shown_on: date
    taken_down_on: date | None
    why_taken_down: list[str]
    told_with: int | None
    picks: int | None
    url: str
    example: str | None


class IdeasOut(PageOf):
    """One page of the ideas."""

    items: list[IdeaOut]


@router.get("/rounds/{id}/ideas", response=IdeasOut, summary="The ideas of a round")
def list_ideas(request, id: UUID, page: int = PageNumber):
    """Every idea that was ever shown, by its number. Of one taken down only why; counts after closing."""
    round = RoundPage.objects.live().public().defer("easy_read", "standard", "questions").filter(public_id=id).first()
    if round is None:
        raise HttpError(404, "There is no round of this id.")
    counts = public_counts(round)
    rows = Idea.objects.filter(round=round).ever_shown().select_related("choice__together_with__idea")
    return paged(rows, page, lambda idea: idea_out(round, idea, counts))


def idea_out(round, idea, counts):
    """An Idea of a `round` (RoundPage) as the values of an IdeaOut. `counts`: Counts, or None while none are public."""
    down = idea.taken_down_at and timezone.localdate(idea.taken_down_at)
    together = idea.choice.together_with
    return {
        "id": str(idea.public_id),
        "number": idea.number,
        "title": None if down else idea.title,
        "plain": [] if down else idea.sentences,
        "shown_on": timezone.localdate(idea.shown_at),
        "taken_down_on": down,
        "why_taken_down": idea.reasons,
        "told_with": together.idea.number if together else None,
        "picks": None if counts is None or together else picked(counts, idea.choice_id),
        "url": f"{round.url}ideas/idea-{idea.number}/",
        "example": example(round),
    }
