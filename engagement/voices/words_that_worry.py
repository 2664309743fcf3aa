"""Words that worry: answers that hold one are read first. They close, hide and decide nothing (3.6)."""

import re
from functools import lru_cache
from pathlib import Path

from django.core.cache import cache

from .models import WorryWord

FILE = Path(__file__).with_suffix(".txt")
KEPT_AS = "voices.words_that_worry"
SECONDS = 300  # another process may know of a new word so much later: it orders a list, and no more


@lru_cache(maxsize=1)
def words_of_the_file():
    """The words of `words_that_worry.txt`, as a tuple of str."""
    lines = (line.strip() for line in FILE.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def all_words():
    """The words of the file and those that staff added, as a tuple of str. Asked of the database now and then."""
    added = cache.get(KEPT_AS)
    if added is None:
        added = tuple(WorryWord.objects.values_list("word", flat=True))
        cache.set(KEPT_AS, added, SECONDS)
    return (*words_of_the_file(), *added)


def forget_words():
    """Let the words be asked anew, after staff added or removed one."""
    cache.delete(KEPT_AS)


@lru_cache(maxsize=8)
def pattern_of(words):
    """A pattern that finds one of `words` (tuple of str) as whole words; "*" stands for any letters."""
    parts = (r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split()) for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def is_worrying(*texts):
    """Whether one of `texts` (str) holds a word that worries. Returns bool."""
    together = "\n".join(text for text in texts if text)
    return bool(together) and bool(pattern_of(all_words()).search(together))
