"""About how many pages a paper has, before it is drawn: long ones are drawn in the background (D3).

Reckoned from the sizes in paper.css, in millimetres. A little too many is fine; a test compares it with drawn papers.
"""

import math

from .dots import ROW, dot_rows
from .paper import Counted, HardWord, Idea, Notice, Option, Question

PAGE, LINE, BETWEEN = 244, 8.5, 2.2  # what fits on a page; a line of words; the space between two sentences
HEADING, SMALL_HEADING, PICTURE, CHOICE = 30, 12, 38, 26
COVER, LAST_SECTIONS = 1, 150  # pages; who to ask and the website
BESIDE_A_PICTURE, WHOLE_WIDTH = 48, 66  # characters in a line


def about_pages(paper):
    """The number of pages of a `paper` (Paper, or a Form or Handout that reckons them itself). Returns int."""
    if hasattr(paper, "all_pages"):
        return paper.all_pages
    heights = [height for section in paper.sections for height in [HEADING, *map(height_of, section.parts)]]
    heights += [LAST_SECTIONS, *([HEADING] if paper.hard_words() else []), *map(height_of, paper.hard_words())]
    heights += [HEADING, *(words([", ".join(one.titles) + one.author], WHOLE_WIDTH) for one in paper.makers())]
    return COVER + pages_for(heights)


def pages_for(heights):
    """How many pages parts fill, one after the other, none of them parted. `heights`: list of millimetres."""
    pages, left = 1, PAGE
    for height in heights:
        if height > left:
            pages, left = pages + math.ceil(height / PAGE), PAGE * math.ceil(height / PAGE)
        left -= height
    return pages


def height_of(part):
    """How high a part of a paper is, with the space below it, in millimetres."""
    return HEIGHTS.get(type(part), lambda part: SMALL_HEADING)(part)


def words(sentences, width):
    """How high some sentences (list of str) are in lines of `width` characters."""
    lines = sum(math.ceil(len(sentence) / width) for sentence in sentences)
    return LINE * lines + BETWEEN * max(len(sentences) - 1, 0)


def beside(picture, *said, more=0):
    """How high words beside a picture are. `more`: millimetres above them, such as a heading."""
    return max(PICTURE if picture else 0, more + words([line for line in said if line], BESIDE_A_PICTURE)) + 8


def _idea(part):
    return beside(part.picture, part.strong, *part.words, more=SMALL_HEADING if part.title else 0)


def _hard_word(part):
    return beside(part.picture, part.word, *part.words)


def _option(part):
    points = words([*part.good, *part.bad], BESIDE_A_PICTURE) + 2 * (SMALL_HEADING + 5)
    return beside(part.picture, *part.words, more=SMALL_HEADING) + points + 10


def _question(part):
    asked = SMALL_HEADING + beside(part.picture, part.text, *part.words) + LINE * max(len(part.how), 1) + 16
    return asked + sum(CHOICE if choice.picture else 18 for choice in part.choices)


def _notice(part):
    return words([part.title, *part.words] if part.title else part.words, WHOLE_WIDTH - 6) + 18


def _counted(part):
    told = [line for line in (*part.words, part.key()) if line]
    return words(told, BESIDE_A_PICTURE) + dot_rows(part.dots.all) * ROW + 8


HEIGHTS = {Idea: _idea, Counted: _counted, HardWord: _hard_word, Option: _option, Question: _question, Notice: _notice}
