"""The parts of a printed form, each of which knows how high it is: reckoned in millimetres, as in length.py."""

import math
from dataclasses import dataclass

from easyread.models import Picture

PAGE = 226  # millimetres for words and boxes, above the strip with the code
HEADING, LINE, ROW, SMALL_ROW, WRITING = 14, 8.5, 21, 18, 11
BIG_ROW, AMOUNT_ROW = 34, 22  # of a big box, of a line for an amount
THING_ROW, MARKS_ROW = 15, 14.5  # of a thing with boxes below it, and of those boxes
IN_A_ROW, BESIDE_WIDE, BESIDE, WHOLE = (
    38,
    24,
    46,
    64,
)  # characters in a line: beside box and picture, beside a picture, whole width
COLUMNS_FROM = 9  # so many short boxes or more stand in two columns


@dataclass(frozen=True)
class Box:
    """One thing to tick, or to write a number beside. `number`: what is typed for it (int or str)."""

    number: int | str
    text: str
    picture: Picture | None = None
    wide: bool = False  # to write a number in, not to tick
    big: bool = False  # one of two to choose from, with a big picture
    marks: tuple = ()  # several boxes below the text, each with its words (str), numbered from 1

    @property
    def height(self):
        """How high its row is, in millimetres."""
        lines = math.ceil(len(self.text) / (BESIDE_WIDE if self.wide else IN_A_ROW))
        if self.marks:
            return max(THING_ROW, LINE * lines) + MARKS_ROW
        row = max(ROW if self.picture else SMALL_ROW, LINE * lines + 3)
        return max(row, BIG_ROW) if self.big else row


@dataclass(frozen=True)
class Ask:
    """Something asked on paper: words, boxes to tick, lines to write on. `title`: such as "Question 2 of 5"."""

    text: str
    title: str = ""
    words: tuple = ()
    picture: Picture | None = None
    boxes: tuple = ()
    tick: str = ""  # how many boxes may be ticked, as a sentence
    lines: int = 0
    before_lines: str = ""  # what may be written there
    columns: bool = False
    writes_first: bool = False  # the lines stand above the boxes
    amount: tuple = ()  # what stands before and after a box to write an amount in, such as ("£", "")
    template = "easyread/print/ask.html"

    @property
    def height(self):
        """How high it is with all its boxes, in millimetres."""
        return self.head + self.boxes_height(self.boxes) + self.foot

    @property
    def head(self):
        """How high what stands above the boxes is."""
        asked = LINE * sum(math.ceil(len(line) / BESIDE) for line in (self.text, *self.words))
        return (HEADING if self.title else 0) + max(self.picture_height, asked + 3) + self.below_words

    @property
    def below_words(self):
        """How high the box for an amount and the sentence above the boxes are."""
        return (AMOUNT_ROW if self.amount else 0) + (LINE + 2) * bool(self.tick)

    @property
    def picture_height(self):
        """How high its picture is."""
        return 0 if self.picture is None else 28 if self.is_small else 39

    @property
    def is_small(self):
        """Whether its picture is small: where there is no heading, and above things with boxes, which need room."""
        return not self.title or any(box.marks for box in self.boxes)

    @property
    def foot(self):
        """How high the lines to write on are."""
        return self.lines * WRITING + ((LINE + 3) if self.before_lines else 0) + 6

    @property
    def rows_to_write_on(self):
        """Something for each line to write on."""
        return range(self.lines)

    def boxes_height(self, boxes):
        """How high some of its boxes are together."""
        heights = [box.height for box in boxes]
        return sum(heights[::2]) if self.columns else sum(heights)

    def pictures(self):
        """The pictures it shows, as a list."""
        return [self.picture, *(box.picture for box in self.boxes)]


@dataclass(frozen=True)
class Say:
    """Something to know: a heading, and sentences with a picture. `framed`: it must not be missed."""

    words: tuple
    title: str = ""
    picture: Picture | None = None
    framed: bool = False
    template = "easyread/print/say.html"

    @property
    def height(self):
        """How high it is, in millimetres."""
        words = sum(LINE * math.ceil(len(line) / (BESIDE if self.picture else WHOLE)) + 2 for line in self.words)
        return (HEADING if self.title else 0) + max(34 if self.picture else 0, words) + (16 if self.framed else 6)

    def pictures(self):
        """The picture it shows, as a list."""
        return [self.picture]


@dataclass(frozen=True)
class HoldUp:
    """A card to cut out and hold up: half a page with a big picture and a word. `small`: which question it is for."""

    text: str
    small: str = ""
    picture: Picture | None = None
    height = PAGE / 2
    template = "easyread/print/hold_up.html"

    def pictures(self):
        """The picture it shows, as a list."""
        return [self.picture]


@dataclass(frozen=True)
class Copy:
    """One copy of a form. `code`: as it is printed (str); `number`: 0 for one without; `mark`: what the squares say."""

    code: str
    mark: str
    number: int = 0
