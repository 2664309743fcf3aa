"""Cells that say an order, a pile or an amount. Each gives what was said, or refuses with one kind sentence.

An order stands in one cell, the best thing first, with a sign between two things: "Bus; Garden" or "2,1,3". Each thing
that people sort has a column of its own.
"""

from django.core.exceptions import ValidationError

from ..amounts import checked_number
from ..models import AnswerChoice
from .columns import plain

Pile = AnswerChoice.Pile
PILES = {
    Pile.LIKE: ("i like it", "like", "like it", "i like this", "yes", "good", "1"),
    Pile.NOT_SURE: ("i am not sure", "not sure", "i'm not sure", "maybe", "2"),
    Pile.DISLIKE: ("i do not like it", "do not like", "do not like it", "i don't like it", "dislike", "no", "bad", "3"),
}
PILE_WORDS = {word: pile for pile, words in PILES.items() for word in words}
PILE_UNKNOWN = "Write like, not sure, or do not like."
THING_UNKNOWN = "This is not one of the things. Write them in order, the best first, like this: 2, 1, 3."
THING_TWICE = "The same thing stands here 2 times. Each thing has 1 place."


def read_order(parts, known):
    """Things in their order: a list of Choice, the best first. Raises ValidationError.

    `parts`: what the cell names (list of str). `known`: dict of str to Choice, by text and by number.
    """
    found = [known.get(plain(part)) for part in parts]
    if None in found:
        raise ValidationError(THING_UNKNOWN)
    if len(set(found)) < len(found):
        raise ValidationError(THING_TWICE)
    return found


def read_pile(said):
    """The pile that a cell (str) says, or None for an empty one. Raises ValidationError."""
    if not said.strip():
        return None
    if (pile := PILE_WORDS.get(plain(said))) is None:
        raise ValidationError(PILE_UNKNOWN)
    return pile


def read_amount(question, said):
    """The amount that a cell (str) says for a `question` (Question): a Decimal, or None. Raises ValidationError."""
    try:
        return checked_number(question, said)
    except ValidationError as refusal:
        raise ValidationError(refusal.messages[0].split(" Or press")[0]) from None
