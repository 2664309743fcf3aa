"""A text as the parts of an Easy Read page: one sentence in each, headings kept, nothing lost."""

import re
import uuid
from typing import NamedTuple

from ..lists import site_lists
from ..rules import check
from ..rules.splitter import sentences

MOST_PARTS = 400
MOST_HEADING = 80  # letters, as the heading's block takes
UNSEEN = re.compile("[\u00ad\u200b-\u200d\ufeff]")
SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
POINT = re.compile(r"^(?:[•◦▪●‣·\uf0b7\uf0a7]|[-–—*](?= ))\s*")  # the sign of a point in a list that somebody typed
IS_HEADING = re.compile(r"#{1,6}\s+")


class Brought(NamedTuple):
    """One part of a text that is brought in."""

    kind: str
    words: str

    def problems(self):
        """What the rules find in it, as a list of Problem."""
        return check(self.words, lists=site_lists())

    def as_block(self):
        """The part as raw data of a StreamField (dict), with an id of its own."""
        value = self.words if self.kind == "heading" else {"picture": None, "words": self.words}
        return {"type": self.kind, "value": value, "id": str(uuid.uuid4())}


def parts_in(text):
    """The parts in `text` (str), in order. A line that begins with "# " is a heading. Returns a list of Brought."""
    found = []
    for line in UNSEEN.sub("", text).splitlines():
        line = POINT.sub("", SPACES.sub(" ", line).strip())
        found += [one_heading(line)] if IS_HEADING.match(line) else ideas(line)
    return [part for part in found if part.words]


def one_heading(line):
    """A heading. One that is too long for a heading becomes words, so that nothing is cut off."""
    words = IS_HEADING.sub("", line, count=1).strip()
    return Brought("heading" if len(words) <= MOST_HEADING else "picture_and_words", words)


def ideas(line):
    """Each sentence of a `line` (str) as a part."""
    return [Brought("picture_and_words", sentence.text.strip()) for sentence in sentences(line)]
