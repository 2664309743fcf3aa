"""How hard a whole sentence seems, from 0 to 99: for putting what to work on first, never to be shown alone.

Learned from sentences of published Easy Read and of standard texts (docs/easy-read-check.md has how well it tells
them apart). It sees length and words. It cannot know whether a sentence is true, kind or clear.
"""

import json
from functools import lru_cache
from math import exp
from statistics import mean
from typing import NamedTuple

from .splitter import sentences
from .tables import FOLDER
from .traits import traits

LEAST_WORDS = 4  # shorter pieces are headings and labels
HARDEST = 99
KEPT = 64  # texts whose sentences stay rated


class Hard(NamedTuple):
    """A sentence of a text: how hard it seems (0 to 99), and where it stands."""

    hardness: int
    start: int
    end: int
    text: str


def hardness(text):
    """How hard one sentence (str) seems. Returns int: 0 is like Easy Read, 99 like a standard text. Never raises."""
    return max((one.hardness for one in hardest(text)), default=0)


def hardest(text):
    """The sentences of a `text` (str), the hardest first: where to begin. Headings are left out.

    Returns a list of Hard.
    """
    return sorted(_rated(text), key=lambda one: (-one.hardness, one.start))


def hardness_at(text, place):
    """How hard the sentence of a `text` (str) seems in which `place` (int) stands. Returns int; 0 in a heading."""
    return next((one.hardness for one in _rated(text) if one.start <= place < one.end), 0)


def of_text(text):
    """How hard a whole text (str) seems: the mean of its sentences, 0 to 99. Returns float; 0 without a sentence."""
    return float(mean(one.hardness for one in hardest(text) or [Hard(0, 0, 0, "")]))


@lru_cache(maxsize=KEPT)
def _rated(text):
    """The sentences of a text in their order, each with its hardness: a tuple of Hard."""
    read = [one for one in sentences(text) if len(one.words) >= LEAST_WORDS]
    return tuple(Hard(of_sentence(one), one.start, one.start + len(one.text), one.text) for one in read)


def of_sentence(sentence, learned=None):
    """How hard a `sentence` (Sentence with words) seems. `learned`: other weights (dict). Returns int, 0 to 99."""
    seen, learned = traits(sentence), learned or weights()
    line = learned["start"] + sum(weight * value for weight, value in zip(learned["weights"], seen, strict=True))
    return round(HARDEST * chance(line))


def chance(value):
    """A number of any size as a share from 0 to 1."""
    return 1 / (1 + exp(-max(-40.0, min(40.0, value))))


@lru_cache(maxsize=1)
def weights():
    """What was learned (script/build_word_table), as a dict."""
    return json.loads((FOLDER / "sentence_weights.json").read_text(encoding="utf-8"))
