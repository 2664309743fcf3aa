"""What to do next, in one sentence: a number of problems is never shown alone."""

from ..rules import ERROR, LEVELS, WARNING
from .finding import FIRST

EMPTY = "Write the first sentence."
READ_BY_PEOPLE = "The rules find nothing more. Now ask the Easy Read checkers to read it."
ONLY_HINTS = "Look at these words once more. Then ask the Easy Read checkers to read it."


def levels_of(found):
    """How many of `found` (list of Found) there are of each level. Returns a dict level → int."""
    return {level: sum(one.problem.level == level for one in found) for level in LEVELS}


def next_step(fields, found):
    """What to do next about `fields` (list of Field) and the problems `found` (list of Found).

    Returns a dict with `words` (a sentence), and with `name` and `start` when it is about one place.
    """
    if not any(field.text.strip() for field in fields):
        return {"words": EMPTY}
    if not found:
        return {"words": READ_BY_PEOPLE}
    worst = min(found, key=lambda one: FIRST[one.problem.level])  # the first of the highest level
    words = worst.problem.message if worst.problem.level in (ERROR, WARNING) else ONLY_HINTS
    return {"words": words, "name": worst.name, "start": worst.problem.start}
