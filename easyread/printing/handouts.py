"""What is printed to put up or to hand out: a poster of one page, and letters of which many are printed at once.

Plain values and no rows, as in paper.py. A letter has no name on it: it is for who holds the card with its pictures.
"""

import math
from dataclasses import dataclass, field

from easyread.credits import by_maker
from easyread.models import Picture

from .paper import Idea

POSTER_PAGE, LETTER_PAGE = 200, 150  # millimetres for title and ideas of a poster; for ideas on a letter's first page
TITLE_LINE, IN_A_TITLE, IN_A_LEAD = 14, 30, 56
LINE, BETWEEN, PICTURE = 9.1, 2.2, 36  # of a line at 18 point, between two sentences, of a picture with its space
IN_A_LINE = 42  # characters beside a picture


def height_of(idea):
    """About how high an Idea is on a handout, in millimetres."""
    sentences = [line for line in (idea.title, idea.strong, *idea.words) if line]
    rows = sum(math.ceil(len(line) / IN_A_LINE) for line in sentences)
    return max(PICTURE, LINE * rows + BETWEEN * len(sentences)) + 6


@dataclass
class Handout:
    """What posters and letters share. `address`: a path on this site, also printed as a square code."""

    title: str
    address: str
    label: str = ""
    is_example: bool = False
    site_name: str = ""
    unchecked: bool = True  # as of Paper: its sentences are Easy Read by rule, and nobody has checked this sheet

    def context(self):
        """What its template prints, as a dict."""
        return {"paper": self}

    def shown(self):
        """Every picture on it, as a list with None."""
        return []

    def makers(self):
        """Who made its pictures (P7), as a list of credits.Makers."""
        return by_maker(picture for picture in self.shown() if picture is not None)


@dataclass
class Poster(Handout):
    """What came of a plan on one A4 page. What does not fit is left out whole and said to be on the website."""

    words: list = field(default_factory=list)  # first sentences, below the title
    picture: Picture | None = None
    ideas: list = field(default_factory=list)  # of Idea, the most important first
    template = "easyread/print/poster.html"
    all_pages = 1

    def fitting(self):
        """The ideas with as many sentences as there is room for, sentence by sentence in turn, so that each is told."""
        counts = [0] * len(self.ideas)
        grew = True
        while grew:
            grew = False
            for place, idea in enumerate(self.ideas):
                tried = [count + (place == at) for at, count in enumerate(counts)]
                if counts[place] < len(idea.words) and self.height_with(tried) <= self.room:
                    counts, grew = tried, True
        return [as_long_as(idea, idea.words[:count]) for idea, count in zip(self.ideas, counts, strict=True) if count]

    @property
    def room(self):
        """The millimetres for ideas: what title and first sentences leave of the page."""
        lead = sum(math.ceil(len(line) / IN_A_LEAD) for line in self.words)
        return POSTER_PAGE - TITLE_LINE * math.ceil(len(self.title) / IN_A_TITLE) - LINE * lead - 14 * self.is_example

    def height_with(self, counts):
        """How high the ideas are with so many sentences each (list of int), in millimetres."""
        shown = zip(self.ideas, counts, strict=True)
        return sum(height_of(as_long_as(idea, idea.words[:count])) for idea, count in shown if count)

    @property
    def is_whole(self):
        """Whether every sentence fits."""
        return self.fitting() == self.ideas

    def shown(self):
        return [self.picture, *(idea.picture for idea in self.ideas)]


def as_long_as(idea, words):
    """An Idea with other `words` (list of str)."""
    return Idea(words=list(words), picture=idea.picture, title=idea.title, number=idea.number, strong=idea.strong)


@dataclass
class Letter:
    """One letter. `card`: the pictures of its card, a list of dict with picture and name. `parts`: list of Idea."""

    words: list
    card: list
    parts: list
    contact: dict | None = None

    @property
    def pages(self):
        """About how many pages it has (int)."""
        return 1 + math.ceil(max(sum(map(height_of, self.parts)) - LETTER_PAGE, 0) / 230)


@dataclass
class Letters(Handout):
    """Letters that are printed in one go, each on a page of its own."""

    letters: list = field(default_factory=list)
    template = "easyread/print/letters.html"

    @property
    def all_pages(self):
        """About how many pages they have together (int)."""
        return sum(letter.pages for letter in self.letters)

    def shown(self):
        cards = [item["picture"] for letter in self.letters for item in letter.card]
        return cards + [part.picture for letter in self.letters for part in letter.parts]
