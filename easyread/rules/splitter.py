"""Cuts a text into sentences and words. Knows that "Dr." and "e.g." end no sentence.

Each line stands alone: a sentence never runs on over a line break. The time taken grows in
step with the length of the text and no faster.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from .word_sets import these

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
BULLET = re.compile(r"\s*(?:[-*•●▪◦–]|\d{1,2}[.)])\s+")
HEADING = re.compile(r"\s*#{1,6}\s+")
SPACE = re.compile(r"\s*")
STOP = re.compile(r"(?:(?<![.!?])[.!?]++|…)[\"'”’)\]]{0,3}(?=\s)|(?<=\S)(?=\t)")
WORD = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’-]\w+)*")
LAST_WORD = re.compile(r"[\w.]{1,12}\Z")
INITIAL = re.compile(r"(?:^|[.!?] ?|\b(?:Mr|Mrs|Ms|Mx|Dr) )[A-Z]\Z")
NOT_AN_END = these("mr mrs ms mx dr prof rev st vs e.g i.e eg ie approx dept cf incl")
# These end no sentence before a number: "No. 5", "Tel. 01622", "Sat. 4 March".
NUMBER_FOLLOWS = these(
    "no nos fig tel ext p pp jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun"
)


class Word(NamedTuple):
    """One word of a sentence; `start` and `end` count from the start of the sentence."""

    text: str
    low: str
    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """One sentence, where it starts in the whole text, its words, and the line it is on."""

    text: str
    start: int
    line: int = 0
    is_point: bool = False
    words: list[Word] = field(default_factory=list)


def sentences(text):
    """All the sentences of a text, in order. A heading or a list point is a sentence too."""
    found = []
    for number, line in enumerate(LINE.finditer(text)):
        row, shift = line.group(), line.start()
        mark = BULLET.match(row)
        is_point = mark is not None
        mark = mark or HEADING.match(row) or SPACE.match(row)
        for start, end in _spans(row, mark.end()):
            piece = row[start:end]
            found.append(Sentence(piece, shift + start, number, is_point, words(piece)))
    return found


def words(text):
    """The words of one sentence. A word with a hyphen or an apostrophe is one word."""
    return [
        Word(match.group(), match.group().lower().replace("’", "'"), match.start(), match.end())
        for match in WORD.finditer(text)
    ]


def _spans(row, start):
    """Where each sentence of one line starts and ends, without the spaces around it."""
    for stop in STOP.finditer(row, start):
        after = SPACE.match(row, stop.end()).end()
        if _ends_here(row, stop, after):
            yield start, stop.end()
            start = after
    end = len(row.rstrip())
    if start < end:
        yield start, end


def _ends_here(row, stop, after):
    """Whether the dot is a full stop. A small letter or a short form says no, a tab says yes."""
    if not stop.group():
        return True
    if row[after : after + 1].islower():
        return False
    if stop.group() != ".":
        return True
    before = row[max(0, stop.start() - 12) : stop.start()]
    last = LAST_WORD.search(before)
    low = last.group().lower() if last else ""
    if low in NUMBER_FOLLOWS:
        return not row[after : after + 1].isdigit()
    return low not in NOT_AN_END and not INITIAL.search(before)
