"""L5 capitals: words in capital letters. Also tells them from initials (W4) and Roman numerals (N3)."""

import re

from .limits import INITIALS
from .problems import ERROR, problem
from .tables import word_set

RUN = re.compile(r"\b[A-Z]{2,}\b(?:[ ,]+(?:[A-Z]{2,}|[AI])\b)*")
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})\Z")


def capitals(sentence):
    """L5: an error for words in capital letters. Initials are left to W4."""
    message = "Use small letters, because capital letters are hard to read."
    for match in shouted(sentence.text):
        small = match.group().lower()
        better = small.capitalize() if match.start() == 0 else small
        yield problem(sentence, match.start(), match.end(), "L5 capitals", ERROR, message, better)


def shouted(text):
    """Each run of words that is shouting: an everyday word, or one too long for initials."""
    return [match for match in RUN.finditer(text) if _is_shouting(match.group())]


def _is_shouting(run):
    known, everyday = word_set("initials_people_know.txt"), word_set("shouted.txt")
    words = [word for word in run.replace(",", " ").split() if len(word) > 1]
    new = [word for word in words if word.lower() not in known and not ROMAN.match(word)]
    longest = INITIALS if len(words) == 1 else INITIALS - 2
    return any(word.lower() in everyday or len(word) > longest for word in new)
