"""What can be counted in a sentence: its length, and how hard and how long its words are. For `hardness.py`."""

from .difficulty import difficulty
from .shapes import syllables
from .word_sets import these

SMALL = these(
    "a about all also an and any are as at be because been being but by can could did do does during each for from had"
    " has have he her his how i if in including into is it its may me might more most must my no not of on or other our"
    " out over she should so some such than that the their them there these they this those through to under up us was"
    " we were what when where whether which while who why will with within would you your yours although between"
    " regarding"
)
IS_HARD, IS_KNOWN = 25, 15  # of 99 (docs/word-table.md): a word above the first slows reading, one below the second not
MANY_SYLLABLES = 3
EASY_LENGTH = 15
NAMES = (
    *("words", "words over 15", "second hardest word", "third hardest word", "hard words", "difficulty above known"),
    *("syllables a word", "long words", "share of long words"),
)


def traits(sentence):
    """The traits of a `sentence` (Sentence) with words, as a list of numbers in the order of NAMES."""
    lows = [word.low for word in sentence.words]
    count = len(lows)
    sounds = [syllables(low) for low in lows]
    long = sum(number >= MANY_SYLLABLES for number in sounds)
    return [count, max(0, count - EASY_LENGTH), *_of_words(lows), sum(sounds) / count, long, long / count]


def _of_words(lows):
    """How hard the full words are: 4 numbers. Numbers and small words are left out."""
    full = (low for low in lows if low not in SMALL and not any(sign.isdigit() for sign in low))
    levels = sorted(map(difficulty, full), reverse=True)
    _, second, third = (levels + [0, 0, 0])[:3]
    above = sum(max(0, level - IS_KNOWN) for level in levels) / 10
    return [second, third, sum(level >= IS_HARD for level in levels), above]
