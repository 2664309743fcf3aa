"""How long a text is: its words, its pages in print, and the minutes to listen to it."""

import math
from functools import lru_cache

from ..blocks import lines
from ..printing.length import COVER, HEADING, LAST_SECTIONS, PAGE, height_of, pages_for
from ..printing.paper import HardWord, Idea, Option
from ..rules.splitter import sentences
from .fields import parts_of

# Our own rule. English is read aloud at about 150 words a minute; Easy Read slower, with a rest after each line.
WORDS_A_MINUTE = 120
KEPT = 4_000  # texts whose words stay counted


HALF = "Less than half a page in print"


def length_of(fields, *, alone=False):
    """How long the text in `fields` (list of Field) is: its words, its pages in print (also as `in_print`, a str), the
    minutes to listen. Pages and minutes are reckoned. `alone`: it has no cover and no last page. Returns a dict."""
    words = sum(words_in(field.text) for field in fields)
    heights = [height_of_part(part) for part in parts_of(fields) if any(field.text.strip() for field in part)]
    pages = max(1, math.ceil(sum(heights) / PAGE)) if alone else pages_of(parts_of(fields))
    short = alone and sum(heights) < PAGE / 2
    in_print = HALF if short else f"About {pages} page{'' if pages == 1 else 's'} in print"
    return {"words": words, "pages": pages, "in_print": in_print, "minutes": minutes_of(words)}


@lru_cache(maxsize=KEPT)
def words_in(text):
    """How many words a `text` (str) has. Returns int."""
    return sum(len(sentence.words) for sentence in sentences(text))


def minutes_of(words):
    """The minutes to listen to so many `words` (int), never less than 1. Returns int."""
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def pages_of(parts):
    """About how many pages `parts` (list of lists of Field) fill in print, with the cover. Returns int."""
    hard = [as_hard_word(part) for part in parts if part[0].kind == "hard_word"]
    last = [HEADING, *map(height_of, hard)] if hard else []
    return COVER + pages_for([*map(height_of_part, parts), *last, LAST_SECTIONS])


def height_of_part(part):
    """How high a part (list of Field) stands in print, in millimetres."""
    if part[0].kind == "heading":
        return HEADING
    if part[0].kind == "hard_word":
        return height_of(as_hard_word(part))
    return height_of(as_option(part) if part[0].kind == "options" else as_idea(part))


def as_idea(part):
    """A part (list of Field) as a printed idea."""
    return Idea(words=[line for field in part for line in lines(field.text)], picture=part[0].picture)


def as_hard_word(part):
    """A part (list of Field) as a printed hard word."""
    text = texts_of(part)
    return HardWord(word=text.get("word", ""), words=lines(text.get("words")), picture=part[0].picture)


def as_option(part):
    """A part (list of Field) as a printed option."""
    text = texts_of(part)
    good, bad = lines(text.get("good_points")), lines(text.get("bad_points"))
    return Option(text.get("title", ""), lines(text.get("words")), good, bad, part[0].picture)


def texts_of(part):
    """The texts of a part (list of Field) by their short names. Returns a dict."""
    return {field.key: field.text for field in part}
