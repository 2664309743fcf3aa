"""S10 wordy: would have, might have been. Plain now, before and later are easier to follow.

It goes by what follows "have": "you could have tea" is no fault. A participle on neither list is missed.
"""

from .passive import is_participle
from .problems import HINT, problem
from .word_sets import these

MAYBE = these("would could should might may must will")
SAME_FORM = these("been had come become run left gone lost")  # not on the list of participles, or an adjective too
BETWEEN = these("not never also already only just all still")


def hard_tense(sentence):
    """S10: a hint for "would have been" and the like."""
    words, last = sentence.words, -1
    for number, word in enumerate(words):
        if word.low in MAYBE and number > last:
            end = _end_of_tense(words, number + 1)
            if end is not None:
                last = end
                message = "Say what is, what was or what will be."
                yield problem(sentence, word.start, words[end].end, "S10 wordy", HINT, message)


def _end_of_tense(words, place):
    """The number of the last word of "have been" or "have asked" that begins at `place`, or None."""
    place = _past_small(words, place)
    if place >= len(words) or words[place].low != "have":
        return None
    place = _past_small(words, place + 1)
    if place < len(words) and (words[place].low in SAME_FORM or is_participle(words[place].low)):
        return place
    return None


def _past_small(words, place):
    """The number of the first word from `place` on that is no small word such as "not"; 2 of them at most."""
    for _ in range(2):
        if place < len(words) and words[place].low in BETWEEN:
            place += 1
    return place
