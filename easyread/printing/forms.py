"""What a printed form is made of: whole pages, each with its code, so that a page that got lost is known again.

Plain values and no rows. Every page is laid out here, never by the printer: it says "Page 2 of 9" of its own copy,
carries a square code of its own, and holds what fits, reckoned as in length.py (a test compares it with drawn pages).
"""

import math
from dataclasses import dataclass, field, replace

from easyread.credits import by_maker

from .form_parts import HEADING, LINE, PAGE, WHOLE, WRITING, Ask

LEAST = 3  # boxes on a page, so that none is left over alone on the next
CREDIT_LINE, IN_A_CREDIT, CREDIT_WORDS = 5.8, 88, 50  # of a line of credits; characters in it, and of its own words


@dataclass
class Form:
    """A whole form: its first words, its pages, and each copy of it."""

    title: str
    address: str
    label: str = ""
    site_name: str = ""
    is_example: bool = False
    words: list = field(default_factory=list)  # under the title on the first page
    parts: list = field(default_factory=list)  # lists of Ask and Say: each list begins a new page
    copies: list = field(default_factory=list)
    kind: str = "Paper form"
    template = "easyread/print/form.html"

    @property
    def pages(self):
        """What stands on each page, as a list of lists. The first one also holds the title."""
        return [page for page, _ in self.laid_out()]

    @property
    def credits_page(self):
        """The number of the page (int) below whose parts the makers of pictures stand: the last one with room."""
        needed = self.credits_height
        room = [left >= needed for _, left in self.laid_out()]
        return len(room) - room[::-1].index(True)

    def laid_out(self):
        """Each page with what stands on it and how much room is left: a list of (list, millimetres)."""
        first = (
            HEADING
            + 12 * math.ceil(len(self.title) / 34)
            + sum(2 + LINE * math.ceil(len(w) / WHOLE) for w in self.words)
        )
        pages, begin = [], PAGE - first - (16 if self.is_example else 0)
        for group in self.parts:
            pages.append(([], PAGE if pages else begin))
            for part in pieces(group, pages[-1][1]):
                if part.height > pages[-1][1] and pages[-1][0]:
                    pages.append(([], PAGE))
                there, left = pages.pop()
                pages.append(([*there, part], left - part.height))
        needed = self.credits_height
        if any(left >= needed for _, left in pages):
            return pages
        return [*pages, ([], PAGE)]  # who made the pictures never runs into the strip

    @property
    def credits_height(self):
        """How high the names of those who made the pictures are, in millimetres."""
        told = (", ".join(one["authors"]) + one["licence"] + one["licence_url"] for one in self.makers())
        return sum(3 + CREDIT_LINE * math.ceil((len(text) + CREDIT_WORDS) / IN_A_CREDIT) for text in told)

    @property
    def all_pages(self):
        """How many pages the whole PDF has (int): long ones are drawn in the background (D3)."""
        return len(self.pages) * len(self.copies)

    def context(self):
        """What its template prints, as a dict."""
        return {"paper": self, "pages": self.pages, "makers": self.makers(), "credits_page": self.credits_page}

    def makers(self):
        """Who made the pictures (P7), as a list of dict: the makers under one licence stand together."""
        shown = [picture for group in self.parts for part in group for picture in part.pictures()]
        found = {}
        for one in by_maker(picture for picture in shown if picture is not None):
            same = found.setdefault((one.licence, one.licence_url), {"authors": [], "changed": False})
            same["authors"].append(one.author)
            same["changed"] |= bool(one.changed)
        return [{"licence": licence, "licence_url": url, **more} for (licence, url), more in found.items()]


def pieces(group, room):
    """The parts of a group, with each Ask that is higher than a page parted between two boxes. Yields parts."""
    for part in group:
        if isinstance(part, Ask) and part.height > PAGE:
            yield from parted(part, room)
        else:
            yield part


def parted(ask, room):
    """An Ask as several that fit on pages: the first with the words, the last with the lines to write on.

    Where all but some lines fit, there are fewer lines and no page more.
    """
    left, boxes, room = list(ask.boxes), [], min(room, PAGE) - ask.head
    while left and ask.boxes_height([*boxes, left[0]]) <= room:
        boxes.append(left.pop(0))
    if not left and (fitting := lines_that_fit(ask, room)):
        yield replace(ask, lines=fitting)
        return
    while len(left) < LEAST and len(boxes) > LEAST:
        left.insert(0, boxes.pop())
    yield Ask(**shared(ask), boxes=tuple(boxes))
    rest = {"lines": ask.lines, "before_lines": ask.before_lines, "columns": ask.columns}
    more = Ask(text=ask.text, title=f"{ask.title}: more boxes", tick=ask.tick, boxes=tuple(left), **rest)
    yield from parted(more, PAGE) if more.height > PAGE else [more]


def lines_that_fit(ask, room):
    """How many lines to write on fit below all boxes of an Ask into `room` (millimetres). Returns int."""
    return int((room - ask.boxes_height(ask.boxes) - (ask.foot - ask.lines * WRITING)) // WRITING)


def shared(ask):
    """What the first part of a parted Ask says, as a dict."""
    names = ("text", "title", "words", "picture", "tick", "columns", "writes_first")
    return {name: getattr(ask, name) for name in names}
