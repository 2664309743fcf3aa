"""How things in order, things to sort, and amounts are asked on paper: their boxes and what is said above them (Q7)."""

from easyread.printing import Box

from ..amounts import Unit
from ..models import AnswerChoice
from .arranged import ARRANGED, NUMBER, ORDER, SORT, letter_of, things_of
from .ideas import PICK

PILES = tuple(label for _, label in AnswerChoice.Pile.choices)
WORDS = {
    ORDER: ("Write 1 next to the thing that you like best.", "Write 2 next to the thing that comes next."),
    SORT: ("Put a tick in 1 box for each thing.",),
    NUMBER: ("Write a number in the box.",),
}
OR_TICK = "Or put a tick in 1 box:"


def boxes_of(row, pictures):
    """The boxes of an asked thing (dict), as a tuple of Box. `pictures`: gives the Picture or None of a box (dict)."""
    if row["kind"] not in ARRANGED:
        is_big = row["kind"] == "either"
        return tuple(
            Box(place, box["text"], pictures(box), big=is_big and not box["meaning"])
            for place, box in enumerate(row["options"], start=1)
        )
    instead = [Box(letter_of(box), box["text"], pictures(box)) for box in row["options"] if letter_of(box)]
    things = [] if row["kind"] == NUMBER else things_of(row)
    how = {"marks": PILES} if row["kind"] == SORT else {"wide": True}
    return (*(Box(place, box["text"], pictures(box), **how) for place, box in enumerate(things, start=1)), *instead)


def words_of(row):
    """What is said of how to fill in an asked thing (dict), besides its own help: a tuple of sentences."""
    return WORDS.get(row["kind"], ())


def amount_of(row):
    """What stands before and after the box for an amount: a tuple of two str; empty where there is none."""
    if row["kind"] != NUMBER:
        return ()
    unit = row.get("unit", "")
    return ("£", "") if unit == Unit.POUNDS else ("", unit)


def hands_for(row):
    """What hands are counted for on a sheet for a group: a list of (text, box as dict); none for amounts and words."""
    if row["kind"] in ("words", NUMBER):
        return []
    if row["kind"] not in ARRANGED:
        return [(box["text"], box) for box in row["options"]]
    if row["kind"] == ORDER:
        return [(thing["text"], thing) for thing in things_of(row)]
    return [(f"{thing['text']}: {pile}", thing) for thing in things_of(row) for pile in PILES]


def how_to_count(row):
    """How hands are counted for an asked thing (dict), as one sentence."""
    if row["kind"] == ORDER:
        return "Count the hands for what people like best."
    if row["kind"] == PICK:
        return "Each person can put up a hand for 3 ideas."
    return "Count the hands for each one." if hands_for(row) else ""
