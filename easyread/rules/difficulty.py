"""How hard a single word is, from 0 to 99: from the table, or guessed from its shape (docs/word-table.md)."""

import json
from functools import lru_cache

from .shapes import shape
from .tables import FOLDER, lines

HARDEST = 99
FORMS_KEPT = 20_000  # guesses that are kept: a page has a few hundred different words


def difficulty(word):
    """How hard a `word` (str) is. Returns int: 0 is a word everybody knows, 99 one that hardly anybody knows.

    A word with a hyphen is as hard as its hardest part; one with 's as hard as the word before it.
    """
    low = word.lower().replace("’", "'").removesuffix("'s")
    found = table().get(low)
    if found is None and "-" in low:
        return max((difficulty(part) for part in low.split("-") if part), default=0)
    return guessed(low) if found is None else found


def is_known(word):
    """Whether the table has this `word` (str), so that its difficulty is not a guess. Returns bool."""
    return word.lower().replace("’", "'").removesuffix("'s") in table()


@lru_cache(maxsize=1)
def table():
    """The whole table as a dict: word in small letters (str) to difficulty (int)."""
    found = {}
    for line in lines("word_table.txt"):
        level, *words = line.split()
        found.update(dict.fromkeys(words, int(level)))
    return found


@lru_cache(maxsize=1)
def _weights():
    return json.loads((FOLDER / "word_shapes.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=FORMS_KEPT)
def guessed(low):
    """How hard a word seems that is not in the table, by its shape alone. `low`: str, small letters. Returns int."""
    if not low:
        return 0
    shown = _weights()
    total = shown["start"] + sum(w * v for w, v in zip(shown["weights"], shape(low), strict=True))
    return min(HARDEST, max(0, round(total)))
