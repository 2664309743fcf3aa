"""What a printed paper is made of: sections with parts, each part with words and mostly a picture (P1).

Plain values and no rows: whoever has something to print puts a Paper together and hands it to `printed`.
"""

from dataclasses import dataclass, field

from easyread.credits import by_maker
from easyread.dots import Dots
from easyread.models import Picture


@dataclass(frozen=True)
class Idea:
    """One idea: its picture on the left and its sentences on the right, never parted by the end of a page (L8)."""

    words: list
    picture: Picture | None = None
    title: str = ""
    number: int = 0  # of a step; 0 for none
    strong: str = ""  # one sentence that stands out, before the others
    template = "easyread/print/idea.html"

    def pictures(self):
        """The pictures it shows, as a list."""
        return [self.picture]


@dataclass(frozen=True)
class HardWord:
    """A hard word and what it means; all of them stand again at the end (W2, T3)."""

    word: str
    words: list
    picture: Picture | None = None
    template = "easyread/print/hard_word.html"

    def pictures(self):
        """The pictures it shows, as a list."""
        return [self.picture]


@dataclass(frozen=True)
class Counted:
    """A sentence with a number, and the number as dots that people can count (N2). `words`: list of str."""

    words: list
    dots: Dots
    template = "easyread/print/counted.html"

    def key(self):
        """What one dot stands for (str), or "" where it is one."""
        return f"1 dot is {self.dots.size:,}." if self.dots.size > 1 else ""

    def pictures(self):
        """It shows none."""
        return []


@dataclass(frozen=True)
class Option:
    """One of the ways that could be chosen, with its good and bad points (T8)."""

    title: str
    words: list
    good: list
    bad: list
    picture: Picture | None = None
    template = "easyread/print/option.html"

    def pictures(self):
        """The pictures it shows, as a list."""
        return [self.picture]


@dataclass(frozen=True)
class Question:
    """One question of a round, with what people can choose; without choices people use their own words."""

    number: int
    text: str
    words: list
    choices: list  # of Idea
    takes_many: bool = False
    how: tuple = ()  # how people answer, as sentences above the choices, where it is not by choosing 1 or more of them
    picture: Picture | None = None
    template = "easyread/print/question.html"

    def pictures(self):
        """The pictures it shows, as a list."""
        return [self.picture, *(choice.picture for choice in self.choices)]


@dataclass(frozen=True)
class Notice:
    """A few sentences in a frame, such as what people can change."""

    words: list
    title: str = ""
    template = "easyread/print/notice.html"

    def pictures(self):
        """It shows none."""
        return []


@dataclass(frozen=True)
class Heading:
    """A heading within a section. `level`: 3 or 4 (int)."""

    text: str
    level: int = 3
    template = "easyread/print/heading.html"

    def pictures(self):
        """It shows none."""
        return []


@dataclass(frozen=True)
class Section:
    """A heading and the parts below it. The heading runs along at the top of each page (T11)."""

    title: str
    parts: list


@dataclass
class Paper:
    """A whole printed paper in the order of T2: what it is and who from, the content, what to do, who to ask."""

    title: str
    address: str  # of the page on this site: a path
    label: str = ""  # what kind of paper it is, such as "Have your say"
    words: list = field(default_factory=list)  # the first sentences, on the cover
    picture: Picture | None = None
    is_example: bool = False
    sections: list = field(default_factory=list)
    contact: dict | None = None  # name (str) and ways (list of dict with text)
    site_name: str = ""
    badge: Picture | None = None  # the picture that means Easy Read
    unchecked: bool = True  # not called Easy Read, unless people checked it (6.8)
    template = "easyread/print/paper.html"

    def context(self):
        """What its template prints, as a dict."""
        return {"paper": self}

    def parts(self):
        """Every part of every section, in order, as a list."""
        return [part for section in self.sections for part in section.parts]

    def hard_words(self):
        """The hard words of the paper by the alphabet, each once (T3), as a list of HardWord."""
        found = {part.word.lower(): part for part in reversed(self.parts()) if isinstance(part, HardWord)}
        return [found[word] for word in sorted(found)]

    def makers(self):
        """Who made the pictures of this paper (P7), as a list of credits.Makers."""
        shown = [self.picture, self.badge, *(picture for part in self.parts() for picture in part.pictures())]
        return by_maker(picture for picture in shown if picture is not None)
