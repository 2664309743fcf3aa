"""The counted lines of a closed round, from which anyone can count its totals again, and their seal (V2).

A line says that one voice was counted, that one answered a question, or that one chose a choice. The people of
workshops and their hands have a line for each number that is public, in the words in which it is. Nothing holds two of
them together, and the lines stand in the order of their letters: so they say what the totals say, and nothing more.
"""

import hashlib

from engagement.record.sealing import canonical

from .meanings import PILES
from .results import is_hidden, results_of


def counted_lines(page):
    """The lines of a closed round (RoundPage), as an iterator of str; None when its totals are hidden (3.9).

    The same rows always give the same lines, one after the other and few at once.
    """
    questions, counts = results_of(page)
    if is_hidden(page, counts):
        return None
    kinds = [({"round": str(page.public_id)}, counts.voices.total)]
    if counts.workshop_people:
        kinds.append(({"round": str(page.public_id), "people": counts.workshop_people}, 1))
    for result in questions:
        question = str(result.question.public_id)
        kinds.append(({"question": question}, result.answered))
        kinds += [({"question": question, **what}, count) for what, count in lines_of(result)]
        kinds += [({"question": question, **hands_line(row)}, 1) for row in result.hands]
    return (
        line for line, count in sorted((canonical(kind) + "\n", count) for kind, count in kinds) for _ in range(count)
    )


def lines_of(result):
    """What one question's lines say besides the question, and how many say so: a list of (dict of str, int).

    `result`: QuestionResult. A thing in order has a line for each voice that put it first, and one for each in whose
    first 2 it is. A thing that was sorted has one for each voice in each pile, an amount one for each in its band.
    """
    told, choices = result.told, result.question.shown_choices
    if told.not_sure is not None:
        return [({"state": "not_sure"}, told.not_sure), *lines_arranged(told, choices)]
    rows = zip(choices, told.rows, strict=True) if told.rows else []
    return [({"choice": str(choice.public_id)}, row.count) for choice, row in rows]


def lines_arranged(told, choices):
    """The lines of things in order, of things that were sorted, or of amounts, as `lines_of`. `told`: Told."""
    if told.bands:
        return [({"band": band}, row.count) for band, row in zip(told.bands, told.rows, strict=True)]
    if told.things:
        piles = (
            (thing.choice, pile, row.count)
            for thing in told.things
            for pile, row in zip(PILES, thing.rows, strict=True)
        )
        return [({"choice": str(choice.public_id), "pile": pile}, count) for choice, pile, count in piles]
    rows = zip(choices, told.rows, strict=True) if told.rows else []
    lines = [({"choice": str(choice.public_id)}, row.count) for choice, row in rows]
    two = ((choice, told.first_two[choice.pk]) for choice in choices if choice.pk in told.first_two)
    return lines + [({"choice": str(choice.public_id), "place": "first 2"}, count) for choice, count in two]


def hands_line(row):
    """What the line of one public number of hands says (dict of str). `row`: HandsRow."""
    return {"choice": row.key, "hands": row.words} | ({"pile": row.pile} if row.pile else {})


def seal_of_lines(lines):
    """SHA-256 of `lines` (iterable of str) as they stand in their file. Returns 64 hexadecimal digits."""
    seal = hashlib.sha256()
    for line in lines:
        seal.update(line.encode("ascii"))
    return seal.hexdigest()
