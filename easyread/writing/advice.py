"""What to do next, in one sentence: a number of problems is never shown alone."""

from ..rules import ERROR, LEVELS, WARNING
from .finding import FIRST
from .places import hardness_at

EMPTY = "Write the first sentence."
READ_BY_PEOPLE = "The rules find nothing more. Now ask the Easy Read checkers to read it."
ONLY_HINTS = "Look at these words once more. Then ask the Easy Read checkers to read it."
ALONE_DONE = "The rules find nothing more. Read it aloud once. Then save it."
ALONE_HINTS = "Look at these words once more. Then save it."


def levels_of(found):
    """How many of `found` (list of Found) there are of each level. Returns a dict level → int."""
    return {level: sum(one.problem.level == level for one in found) for level in LEVELS}


def next_step(fields, found, *, alone=False):
    """What to do next about `fields` (list of Field) and the problems `found` (list of Found).

    `alone`: these are a few fields of a form, and no checkers read them. Returns a dict with `words` (a sentence), and
    with `name` and `start` when it is about one place.
    """
    if not any(field.text.strip() for field in fields):
        return {"words": EMPTY}
    if not found:
        return {"words": ALONE_DONE if alone else READ_BY_PEOPLE}
    worst = worst_of(found, {field.name: field.text for field in fields})
    only_hints = ALONE_HINTS if alone else ONLY_HINTS
    words = worst.problem.message if worst.problem.level in (ERROR, WARNING) else only_hints
    return {"words": words, "name": worst.name, "start": worst.problem.start}


def worst_of(found, text):
    """The problem to begin with, of `found` (list of Found): of the highest level, in the sentence that seems hardest,
    the first of them. `text`: dict of names to str. Returns a Found."""
    highest = min(FIRST[one.problem.level] for one in found)
    equals = [one for one in found if FIRST[one.problem.level] == highest]
    return max(equals, key=lambda one: hardness_at(text[one.name], one.problem.start))  # of equals, the first
