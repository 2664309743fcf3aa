"""Things put in order, things sorted, and amounts, as a typist types them and as they stand. Pure functions.

Beside each thing of an order the person wrote its place; each thing that is sorted has three boxes of its own. Both are
typed from the top of the page to its bottom, one figure for each thing, 0 for nothing. In place of an answer stand N,
"I am not sure", and S, "I do not want to say": a number alone would be an amount.

A value says of a thing (`choice:12`) its place or its pile: `choice:12=2`, `choice:12=like`.
"""

import re

from django.core.exceptions import ValidationError

from ..amounts import amount_in_words, read_number, typed_again
from ..models import Answer, AnswerChoice

State = Answer.State
Pile = AnswerChoice.Pile
ORDER, SORT, NUMBER = "order", "sort", "number"
ARRANGED = (ORDER, SORT, NUMBER)
LETTERS = {State.NOT_SURE: "N", State.NOT_SAID: "S"}
PUT = "="
PILES = [str(pile) for pile in Pile]
NOT_THIS_MANY = "Type 1 number for each thing: {count} numbers. Type 0 where there is none."
NO_SUCH_PLACE = "A place is a number from 1 to {count}. Type 0 where there is none."
SAME_PLACE = "2 things have the same number. Type 0 for both. Or type X."
NO_SUCH_PILE = "Type 1, 2 or 3 for each thing. Type 0 where there is no tick."


def things_of(row):
    """The things of an asked thing (dict): its boxes that do not stand in place of an answer. A list of dict."""
    return [box for box in row["options"] if box["value"] not in LETTERS]


def letter_of(box):
    """The letter that is typed for a box (dict) that stands in place of an answer, or ""."""
    return LETTERS.get(box["value"], "")


def instead_typed(row, text):
    """The Answer.State whose letter was typed (str), where the paper has a box for it; else ""."""
    known = {letter_of(box): box["value"] for box in row["options"] if letter_of(box)}
    return known.get(text.strip().upper(), "")


def arranged(row, text):
    """What was typed (str) for an asked thing (dict) in which people arrange things, as a tuple of values.

    Raises ValidationError.
    """
    things, figures = things_of(row), re.findall(r"\d", text)
    if re.sub(r"[\d\s,.;]", "", text) or len(figures) != len(things):
        raise ValidationError(NOT_THIS_MANY.format(count=len(things)), code="typed")
    put = {thing["value"]: int(figure) for thing, figure in zip(things, figures, strict=True) if figure != "0"}
    return in_places(put, len(things)) if row["kind"] == ORDER else in_piles(put)


def in_places(put, count):
    """The values of things in order. `put`: dict of thing (str) to the number that stands beside it (int)."""
    if any(place > count for place in put.values()):
        raise ValidationError(NO_SUCH_PLACE.format(count=count), code="typed")
    if len(set(put.values())) < len(put):
        raise ValidationError(SAME_PLACE, code="typed")
    # 1 and 3 without a 2 are a first and a second thing all the same.
    return tuple(f"{thing}{PUT}{place}" for place, thing in enumerate(sorted(put, key=put.get), start=1))


def in_piles(put):
    """The values of things that were sorted. `put`: dict of thing (str) to the number of the ticked box (int)."""
    if any(box > len(PILES) for box in put.values()):
        raise ValidationError(NO_SUCH_PILE, code="typed")
    return tuple(f"{thing}{PUT}{PILES[box - 1]}" for thing, box in put.items())


def amount(row, text):
    """The amount that was typed (str), as a tuple of one value. Raises ValidationError."""
    return (typed_again(read_number(text, row.get("unit", ""))),)


def typed_arranged(row, values):
    """`values` (tuple of str) as they are typed: "2 1 0", "1 3 2", "12.50". Returns str."""
    if row["kind"] == NUMBER:
        return values[0] if values else ""
    put = dict(value.split(PUT) for value in values)
    if not put:
        return ""
    figure = str if row["kind"] == ORDER else lambda pile: str(PILES.index(pile) + 1)
    return " ".join(figure(put[thing["value"]]) if thing["value"] in put else "0" for thing in things_of(row))


def arranged_in_words(row, values):
    """`values` (tuple of str) as lines that people read. Returns a list of str."""
    if row["kind"] == NUMBER:
        return [amount_in_words(read_number(value), row.get("unit", "")) for value in values]
    texts = {thing["value"]: thing["text"] for thing in things_of(row)}
    put = [value.split(PUT) for value in values]
    if row["kind"] == ORDER:
        return [f"{place}. {texts[thing]}" for thing, place in sorted(put, key=lambda pair: int(pair[1]))]
    return [f"{texts[thing]}: {Pile(pile).label}" for thing, pile in put]


def given_values(row, answer):
    """The values of an Answer (with `chosen`) to an asked thing (dict). Returns a tuple of str."""
    if row["kind"] == NUMBER:
        return () if answer.number is None else (typed_again(answer.number),)
    rows = sorted(answer.chosen.all(), key=lambda each: (each.place or 0, each.pk))
    return tuple(f"choice:{each.choice_id}{PUT}{each.place or each.pile}" for each in rows)
