"""What people chose, put in order, sorted, or gave as an amount, as open data: the whole totals of the page."""

from ninja import Schema

from ..meanings import PILES


class Piles(Schema):
    """Of a thing that people sorted: how many voices like it, are not sure, or do not like it. Exact."""

    like: int
    not_sure: int
    dislike: int


class BandOut(Schema):
    """How many voices gave an amount in one band, exact and never under 8. `id` says where it begins and ends."""

    id: str
    text: str
    count: int


class ChoiceResult(Schema):
    """One choice and how many voices chose it: exact. Of a thing in order `count` says how many put it first, and
    `first_two` how many put it first or second. A thing that was sorted has `piles` and no count.
    """

    id: str
    text: str
    standard_text: str
    meaning: str
    count: int | None
    first_two: int | None
    piles: Piles | None


def bands_out(told):
    """The bands of amounts as the values of a list of BandOut. `told`: Told."""
    rows = zip(told.bands, told.rows, strict=True) if told.bands else []
    return [{"id": band, "text": row.label, "count": row.count} for band, row in rows]


def choices_out(question, told):
    """The choices of a question as the values of a list of ChoiceResult. `told`: Told."""
    if told.things:
        piles = (dict(zip(PILES, (row.count for row in thing.rows), strict=True)) for thing in told.things)
        things = zip(told.things, piles, strict=True)
        return [choice_out(thing.choice, None) | {"piles": counts} for thing, counts in things]
    rows = zip(question.shown_choices, told.rows, strict=True) if question.shown_choices else []
    return [choice_out(choice, row.count) | {"first_two": told.first_two.get(choice.pk)} for choice, row in rows]


def choice_out(choice, count):
    """A Choice and its count (int or None) as the values of a ChoiceResult."""
    return {
        "id": str(choice.public_id),
        "text": choice.text,
        "standard_text": choice.standard_text,
        "meaning": choice.meaning,
        "count": count,
        "first_two": None,
        "piles": None,
    }
