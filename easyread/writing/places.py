"""The sentence of a text in which something stands."""

from functools import lru_cache

from ..rules.hardness import hardness
from ..rules.splitter import sentences

KEPT = 4_000  # texts, and sentences, whose places are kept in a process


def sentence_at(text, place):
    """The sentence of a `text` (str) in which `place` (int) stands, as (start, words); the whole text without one."""
    for start, words in parted(text):
        if start <= place < start + len(words):
            return start, words
    return 0, text


def hardness_at(text, place):
    """How hard the sentence of a `text` (str) seems in which `place` (int) stands: to put the hardest first, and never
    to be shown. Returns int."""
    return rated(sentence_at(text, place)[1])


@lru_cache(maxsize=KEPT)
def parted(text):
    """The sentences of a `text` (str) with their places, as a tuple of (start, words)."""
    return tuple((one.start, one.text) for one in sentences(text))


rated = lru_cache(maxsize=KEPT)(hardness)
