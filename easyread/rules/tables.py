"""Reads the small tables in `data/`: one thing a line, `words, other form | what to write`."""

from functools import cache
from itertools import pairwise
from pathlib import Path

from .splitter import words

FOLDER = Path(__file__).parent / "data"


@cache
def lines(name):
    """The lines of a table without its comments and empty lines."""
    rows = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(row.strip() for row in rows if row.strip() and not row.startswith("#"))


@cache
def word_set(name):
    """All the words of a table, as small letters."""
    return frozenset(word for row in lines(name) for word in row.lower().split())


@cache
def phrases(name):
    """The table of that name, ready for `find_phrases`."""
    return index(lines(name))


@cache
def pairs(name):
    """A table of single forms as `{form: what to write}`."""
    rows = (row.partition("|") for row in lines(name))
    return {form.strip(): meaning.strip() for form, _, meaning in rows}


def index(rows):
    """Rows by first word: `{first: [(all the words, what to write), ...]}`, longest first."""
    by_first = {}
    for row in rows:
        forms, _, suggestion = row.partition("|")
        for form in forms.split(","):
            phrase = tuple(word.low for word in words(form))
            by_first.setdefault(phrase[0], []).append((phrase, suggestion.strip()))
    for choices in by_first.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return by_first


def find_phrases(sentence, table):
    """Each phrase of the table in the sentence: `(first word's number, number after the last, suggestion)`."""
    number, count = 0, len(sentence.words)
    while number < count:
        for phrase, suggestion in table.get(sentence.words[number].low, ()):
            end = number + len(phrase)
            if _is_here(sentence, number, end, phrase):
                yield number, end, suggestion
                number = end - 1
                break
        number += 1


def _is_here(sentence, number, end, phrase):
    """Whether the phrase stands here, with nothing but spaces between its words."""
    run = sentence.words[number:end]
    if tuple(word.low for word in run) != phrase:
        return False
    return all(sentence.text[left.end : right.start].isspace() for left, right in pairwise(run))
