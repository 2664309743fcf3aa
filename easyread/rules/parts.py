"""A whole page, part by part: W2 unexplained_hard_word, P1 missing_picture.

What these cannot know: whether a picture fits its words, or whether a meaning is easy to understand.
"""

import re
from typing import NamedTuple

from .problems import ERROR, WARNING, Problem
from .splitter import sentences

HARD_WORD = "hard_word"
NEEDS_NO_PICTURE = frozenset(["heading"])
EXPLAINS = re.compile(r"\b(?:means?|meaning|is when|are when|is a|is an|is the|are people|are groups)\b", re.I)


class Part(NamedTuple):
    """One part of an Easy Read page.

    `kind` is the block's name: "heading", "picture_and_words", "hard_word", "choice" or "steps".
    The words of a "hard_word" part are the word, a new line, and what it means.
    """

    picture: bool
    words: str
    kind: str = "picture_and_words"


def explained(parts):
    """The words that "hard_word" parts explain: the first line of each, as a list of str."""
    texts = [part.words.strip() for part in parts if part.kind == HARD_WORD]
    return [text.splitlines()[0].strip() for text in texts if text]


def missing_picture(parts):
    """P1: a warning for each part without a picture. A heading needs none."""
    for number, part in enumerate(parts):
        if not part.picture and part.words.strip() and part.kind not in NEEDS_NO_PICTURE:
            message = "Add a picture to these words."
            yield _problem(number, part, 0, len(part.words), "P1", "missing_picture", WARNING, message)


def unexplained_hard_word(parts, glossary):
    """W2: an error for a word of the glossary that no part explains.

    A word is explained by a "hard_word" part, or by the next sentence of the same part
    ("It means …"). An explanation that comes before the first use, or later than the next part, is
    a warning.
    """
    for term in glossary:
        pattern = re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", re.I)
        uses = [
            (number, match)
            for number, part in enumerate(parts)
            if part.kind != HARD_WORD and (match := pattern.search(part.words))
        ]
        if uses:
            yield from _first_use(parts, pattern, *uses[0])


def _first_use(parts, pattern, number, match):
    part = parts[number]
    where = [place for place, other in enumerate(parts) if _explains(other, pattern)]
    if number + 1 in where or number in where or _next_sentence_explains(part, match):
        return
    level = WARNING if where else ERROR
    message = "Say what this word means in the next sentence."
    yield _problem(number, part, match.start(), match.end(), "W2", "unexplained_hard_word", level, message)


def _explains(part, pattern):
    """Whether the part is there to explain this word."""
    return part.kind == HARD_WORD and bool(pattern.match(part.words.strip()))


def _next_sentence_explains(part, match):
    """Whether the sentence after the word's own says what it means."""
    after = [found for found in sentences(part.words) if found.start > match.start()]
    return bool(after) and bool(EXPLAINS.search(after[0].text))


def _problem(number, part, start, end, rule_id, rule, level, message):
    return Problem(rule, rule_id, level, start, end, part.words[start:end], message, "", number)
