"""Results of a closed round as open data: exactly the numbers and words of its page (SEAMS.md Counting, 3.9)."""

from datetime import date
from uuid import UUID

from ninja import Router, Schema
from ninja.errors import HttpError

from easyread.blocks import lines
from engagement.proposals.models import RoundPage

from ..heard import heard_in
from ..results import about_the_count, is_hidden, poll_of, results_of, who_spoke, workshops_in_words
from .choices import BandOut, ChoiceResult, bands_out, choices_out
from .hands import HandsOut, hands_out
from .lists import example

router = Router(tags=["rounds"])
WHY_HIDDEN = "Few people took part. We do not show the numbers. We do this so that nobody can be known."


class SplitRow(Schema):
    """One row of a split: what it counts, and its numbers in the order of the columns."""

    label: str
    counts: list[int]


class Split(Schema):
    """One split that may be public. Every number is rounded to 5; none is under 8."""

    title: str
    columns: list[str]
    rows: list[SplitRow]


class QuestionOut(Schema):
    """What people answered to one question."""

    id: str
    kind: str
    text: str
    standard_text: str
    vote: str | None
    answered: int
    left_out: int
    not_sure: int | None
    choices: list[ChoiceResult]
    unit: str
    bands: list[BandOut]
    in_words: list[str]
    hands: list[HandsOut]
    splits: list[Split]


class QuoteOut(Schema):
    """Words that were read, may be shown, and are shown with consent."""

    words: str
    whose: str


class ThemeOut(Schema):
    """A thing that many or few said."""

    id: str
    title: str
    plain: list[str]
    standard: str
    how_many: list[str]
    quotes: list[QuoteOut]


class HeardOut(Schema):
    """What we heard."""

    plain: list[str]
    standard: str
    themes: list[ThemeOut]


class ResultsOut(Schema):
    """The results of one round. When so few took part that they are hidden, there are no numbers."""

    round: str
    title: str
    closed_on: date
    hidden: bool
    why_hidden: str | None
    voices: int | None
    taken_back_after_closing: int | None
    about: list[str]
    workshops: list[str]
    people_in_workshops: int | None
    splits: list[Split]
    questions: list[QuestionOut]
    counted: str | None
    heard: HeardOut | None
    example: str | None


@router.get("/rounds/{id}/results", response=ResultsOut, summary="The results of a closed round")
def get_results(request, id: UUID):
    """Whole totals are exact, so that anyone can count again. Before the round has closed there are none: 404."""
    rounds = RoundPage.objects.live().public().select_related("what_we_heard")
    page = rounds.defer("easy_read", "standard", "questions").filter(public_id=id).first()
    if page is None:
        raise HttpError(404, "There is no round of this id.")
    if page.stage != "closed":
        raise HttpError(404, "There are no results yet. They come after the round has closed.")
    questions, counts = results_of(page)
    hidden = is_hidden(page, counts)
    return common(page, counts) | (hidden_values() if hidden else shown_values(page, questions, counts))


def common(page, counts):
    """What is public of any closed round. Returns a dict."""
    return {
        "round": str(page.public_id),
        "title": page.title,
        "closed_on": page.closes_on,
        "workshops": workshops_in_words(counts),
        "people_in_workshops": counts.workshop_people or None,
        "heard": heard_out(heard_in(page, counts)),
        "example": example(page),
    }


def hidden_values():
    """What is said of the numbers of a round in which few took part."""
    nothing = {"voices": None, "taken_back_after_closing": None, "about": [], "splits": []}
    nothing |= {"questions": [], "counted": None}
    return nothing | {"hidden": True, "why_hidden": WHY_HIDDEN}


def shown_values(page, questions, counts):
    """The numbers of a round (RoundPage). `questions`: list of QuestionResult."""
    return {
        "hidden": False,
        "why_hidden": None,
        "voices": counts.voices.total,
        "taken_back_after_closing": counts.taken_back,
        "about": about_the_count(counts),
        "splits": [split_out(table) for table in who_spoke(counts)],
        "questions": [question_out(result) for result in questions],
        "counted": f"/api/rounds/{page.public_id}/counted.jsonl",
    }


def question_out(result):
    """A QuestionResult as the values of a QuestionOut."""
    question, poll = result.question, poll_of(result.question)
    return {
        "id": str(question.public_id),
        "kind": question.kind,
        "text": question.text,
        "standard_text": question.standard_text,
        "vote": poll and poll.promise,
        "answered": result.answered,
        "left_out": result.left_out,
        "not_sure": result.told.not_sure,
        "choices": choices_out(question, result.told),
        "unit": question.unit,
        "bands": bands_out(result.told),
        "in_words": result.told.first,
        "hands": hands_out(result.hands),
        "splits": [split_out(table) for table in result.tables],
    }


def split_out(table):
    """A Table as the values of a Split."""
    rows = [{"label": label, "counts": counts} for label, counts in table.rows]
    return {"title": table.title, "columns": table.columns, "rows": rows}


def heard_out(heard):
    """What `heard_in` gives as the values of a HeardOut; None for None."""
    if heard is None:
        return None
    return {"plain": lines(heard["plain"]), "standard": heard["standard"], "themes": [*map(theme_out, heard["themes"])]}


def theme_out(theme):
    """A Theme that was told as the values of a ThemeOut."""
    return {
        "id": str(theme.public_id),
        "title": theme.title,
        "plain": lines(theme.plain),
        "standard": theme.standard,
        "how_many": theme.how_many,
        "quotes": [{"words": quote.words, "whose": quote.who} for quote in theme.shown_quotes],
    }
