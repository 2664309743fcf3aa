"""What is known of a word before anybody rated it: how often it is used, and how it is built (TEXT.md, Words)."""

import math
import re
from collections import Counter
from functools import cache
from itertools import product
from string import ascii_lowercase

import simplemma
from cefrpy import CEFRAnalyzer
from wordfreq import top_n_list, zipf_frequency

from easyread.rules.shapes import LATIN, RARE_LETTERS, shape, syllables

COMMON = top_n_list("en", 60_000)
KNOWN = frozenset(COMMON)
NEIGHBOURS_TO = 8  # letters: longer words have next to no neighbours
OTHER_LANGUAGES = ("fr", "es", "de", "nl")  # words from Latin are common in the first two, old English ones in the last
NO_LEVEL = 6.5  # beyond C2, which is 6
ENDS = ("s", "ed", "ing", "ly", "al", ("tion", "sion"), ("er", "or"), ("ic", "ical"))
STARTS = re.compile(r"(?:un|in|im|dis|re|pre|inter|trans|sub|super|anti|co)")
_levels = CEFRAnalyzer()


@cache
def lemma(word):
    """The form of a `word` (str) that stands in a dictionary, in small letters."""
    return simplemma.lemmatize(word, lang="en").lower()


FAMILIES = Counter(lemma(word) for word in COMMON)
BEGINNINGS = Counter(word[:5] for word in COMMON if len(word) > 5)


@cache
def features(word):
    """The features of one `word` (str), as a list of float: always the same number, in the same order."""
    low = word.lower()
    return [*usage(low), *learning(low), *building(low), *shape(low)]


def usage(low):
    """How often the word, its dictionary form and the same letters in other languages are used (Zipf scale)."""
    own, base = (zipf_frequency(form, "en", wordlist="large") for form in (low, lemma(low)))
    abroad = [zipf_frequency(low, language) for language in OTHER_LANGUAGES]
    return [own, base, max(own, base), zipf_frequency(lemma(low), "en", wordlist="small"), *abroad]


def learning(low):
    """At which level people who learn English meet the word (CEFR, 1 to 6), and whether that is known."""
    levels = [_level(form) for form in (low, lemma(low))]
    found = next((level for level in levels if level), None)
    return [found or NO_LEVEL, found is None]


def _level(form):
    try:
        return _levels.get_average_word_level_float(form)
    except (KeyError, ValueError):
        return None


def building(low):
    """How the word is built: its family, the words it starts with, the words one letter away, its ends."""
    base = lemma(low)
    stems = [low[:end] for end in range(max(4, len(low) - 5), len(low)) if low[:end] in KNOWN]
    return [
        math.log1p(FAMILIES[base]),
        math.log1p(BEGINNINGS[low[:5]]),
        math.log1p(neighbours(low)),
        max((zipf_frequency(stem, "en") for stem in stems), default=0),
        len(base),
        syllables(base),
        low != base,
        bool(STARTS.match(low)),
        bool(LATIN.search(low)),
        bool(RARE_LETTERS.search(low)),
        sum(letter in "aeiou" for letter in low) / len(low),
        *(low.endswith(end) for end in ENDS),
    ]


@cache
def neighbours(low):
    """How many common words differ from this one in one letter. Returns int."""
    if len(low) > NEIGHBOURS_TO:
        return 0
    swaps = product(range(len(low)), ascii_lowercase)
    return sum(low[:at] + letter + low[at + 1 :] in KNOWN for at, letter in swaps if letter != low[at])
