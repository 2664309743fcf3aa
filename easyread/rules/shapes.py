"""What can be seen of a word by its letters alone: its length, its syllables, its ends."""

import re

LATIN = re.compile(
    r"(?:ation|ition|ution|ction|ment|ility|ality|ivity|osity|ance|ence|isation|ization|ology|ative|itive|ional"
    r"|ionally|atory|eously|iously|arian|itude|ous|ive|ate|ical|ism|ist|ity|ise|ize)s?\Z"
)
RARE_LETTERS = re.compile(r"ph|rh|chr|psy|ae|oe|[xzq]")
VOWELS = re.compile(r"[aeiouy]+")
RUNS = re.compile(r"[^aeiouy]{3,}")
ENDS = ("s", "ed", "ing", "ly", "er", "ness", "less", "ful", "ology", "itis")


def syllables(low):
    """About how many syllables a word in small letters has. Returns int, 1 or more."""
    count = len(VOWELS.findall(low))
    if low.endswith("e") and not low.endswith("le") and count > 1:
        count -= 1
    return max(count, 1)


def shape(low):
    """The shape of a word in small letters, as a list of numbers: always as many, in the same order."""
    length = len(low)
    return [
        length,
        length**2 / 100,
        syllables(low),
        length / syllables(low),
        bool(LATIN.search(low)),
        bool(RARE_LETTERS.search(low)),
        len(RUNS.findall(low)),
        "-" in low,
        *(low.endswith(end) for end in ENDS),
    ]
