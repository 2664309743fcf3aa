"""How hard two words are together, from 0 to 99 like one word: "null alleles" or "visa waiver" (docs/word-table.md).

Two words can be harder than either. What is known of both, where each stands among all words, and whether they
usually stand together go into a straight line and into small trees, both learned from ratings of pairs
(script/build_word_table). The mean of the two counts.
"""

import json
from functools import lru_cache
from math import sqrt

from .difficulty import HARDEST, difficulty, table
from .shapes import syllables
from .tables import FOLDER

PLACES = 30  # numbers for each word of the table, each from -127 to 127: where it stands among other words
ONE = 30  # this much in the file of places is 1
NOWHERE = (0.0,) * PLACES
KEPT = 4096  # pairs whose difficulty is kept


@lru_cache(maxsize=KEPT)
def together(first, second):
    """How hard two words (str) are that follow each other. Returns int: 0 is known to everybody, 99 to hardly anybody.

    It learned from an adjective or a noun before a noun, and says little of other pairs.
    """
    return min(HARDEST, max(0, round(of_pair(first, second))))


def of_pair(first, second):
    """How hard two words (str) are, as a float without limits: for measuring."""
    learned, seen = pair_weights(), traits_of_pair(first, second)
    line = learned["start"] + sum(weight * value for weight, value in zip(learned["weights"], seen, strict=True))
    trees = learned["trees_start"] + sum(_leaf(tree, seen) for tree in learned["trees"])
    return (line + trees) / 2


def _leaf(tree, seen):
    """What a tree says of the traits `seen`. A tree is a number, or which trait, up to how much left, left, right."""
    while isinstance(tree, list):
        trait, limit, left, right = tree
        tree = left if seen[trait] <= limit else right
    return tree


def traits_of_pair(first, second):
    """What is known of two words (str), as a list of numbers: always as many, in the same order."""
    one, two = difficulty(first), difficulty(second)
    here, there = place(first), place(second)
    return [
        *(one, two, min(one, two), max(one, two), one * two / 50),
        *(len(first), len(second), syllables(first.lower()), syllables(second.lower())),
        *(first[:1].isupper(), second[:1].isupper(), first.isupper()),
        *here,
        *there,
        *_near(here, there),
    ]


def place(word):
    """Where a `word` (str) stands among all words: PLACES numbers. Words used alike stand close. Noughts if unknown."""
    number = _rows().get(word.lower().replace("’", "'").removesuffix("'s"))
    if number is None:
        return NOWHERE
    return tuple(value / ONE for value in _places()[number * PLACES : (number + 1) * PLACES])


def _near(here, there):
    """Whether two places lie in the same direction, alone and with how far out they are: 2 numbers."""
    product = sum(a * b for a, b in zip(here, there, strict=True))
    far = sqrt(sum(a * a for a in here) * sum(b * b for b in there))
    return product / far if far else 0.0, product


@lru_cache(maxsize=1)
def _rows():
    """The number of each word's row: they stand in the order of the table."""
    return {word: number for number, word in enumerate(table())}


@lru_cache(maxsize=1)
def _places():
    return memoryview((FOLDER / "word_places.bin").read_bytes()).cast("b")


@lru_cache(maxsize=1)
def pair_weights():
    """What was learned (script/build_word_table), as a dict."""
    return json.loads((FOLDER / "pair_weights.json").read_text(encoding="utf-8"))
