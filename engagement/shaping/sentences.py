"""The sentences of a draft, in order, from the raw data of its blocks: no picture is fetched for them."""

from easyread.blocks import lines
from easyread.covering.standard import standard_sentences

from .facts import FACTS

__all__ = ["easy_sentences", "standard_sentences", "tidy"]


def easy_sentences(stream):
    """The sentences of Easy Read blocks (StreamValue), headings too, as a list of str."""
    return [words for block in stream.raw_data for words in OF_BLOCK[block["type"]](block["value"])]


def _heading(value):
    return [tidy(value)] if tidy(value) else []


def _idea(value):
    return [tidy(line) for line in lines(value.get("words"))]


def _hard_word(value):
    return [*_heading(value.get("word")), *_idea(value)]


def _options(value):
    return [words for option in _items(value["options"]) for words in _option(option)]


def _option(value):
    points = [tidy(line) for name in ("good_points", "bad_points") for line in lines(value.get(name))]
    return [*_heading(value.get("title")), *_idea(value), *points]


def _steps(value):
    return [words for step in _items(value["steps"]) for words in _idea(step)]


def _items(rows):
    """The values of a list block's raw data (list of dict)."""
    return [row["value"] for row in rows]


def tidy(words):
    """`words` (str or None) with every run of spaces as one, so that a space is no change. Returns str."""
    return " ".join((words or "").split())


OF_BLOCK = {
    "heading": _heading,
    "picture_and_words": _idea,
    "hard_word": _hard_word,
    "options": _options,
    "steps": _steps,
    **{kind: (lambda value, read=read: [tidy(line) for line in read(value)]) for kind, read in FACTS.items()},
}
