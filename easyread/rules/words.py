"""Hard words and phrases: W1 hard_word, W3 two_words_one_thing, W5 idiom, W7 jargon, S9 wordy.

All but one go by hand-made lists in `data/`. There is no table of word difficulty yet, so W1 knows
only the words on its list, and gives a hint for a very long word with a Latin ending. It cannot
know a short hard word that nobody listed, or what one reader finds hard. The community's own words
(carer, advocate, respite …) are never flagged, and neither is a name with a capital letter.
"""

import re
from functools import lru_cache

from .limits import LONG_WORD
from .problems import HINT, WARNING, like, problem
from .tables import find_phrases, index, lines, phrases, word_set

LATIN_ENDING = re.compile(
    r"(?:ation|ition|ution|ction|ment|ility|ality|ivity|osity|ance|ence|isation|ization|ology"
    r"|ative|itive|ional|ionally|atory|eously|iously|arian|ising|izing|ised|ized|itude)s?\Z"
)
# In this order: words inside a wordy phrase or an idiom are not named again as hard words.
LISTS = (
    ("wordy.txt", "S9 wordy", "Use fewer words."),
    ("idioms.txt", "W5 idiom", "Say exactly what you mean."),
    ("jargon.txt", "W7 jargon", "Use words that everyone knows."),
    ("hard_words.txt", "W1 hard_word", "Use an everyday word."),
)


def listed(sentence):
    """W1, W5, W7 and S9: a warning for each word or phrase on a list, with a plainer one."""
    taken = set()
    for table, name, message in LISTS:
        for start, end, suggestion in find_phrases(sentence, phrases(table)):
            if taken.isdisjoint(range(start, end)) and not _is_let_go(sentence.words, start, end):
                taken.update(range(start, end))
                yield _plainer(sentence, start, end, name, message, suggestion)


def long_word(sentence):
    """W1: a hint for a very long word with a Latin ending that is on no list."""
    message = "This word may be hard, so use an everyday word or say what it means."
    for number, word in enumerate(sentence.words):
        if _looks_hard(word.low) and not in_name(sentence.words, number, number + 1):
            yield problem(sentence, word.start, word.end, "W1 hard_word", HINT, message)


def two_words_one_thing(sentences):
    """W3: a warning where a text starts to use a second word for the same thing."""
    first_use = {}
    for sentence in sentences:
        for start, end, form in find_phrases(sentence, _one_thing()):
            words = sentence.words[start:end]
            first_use.setdefault(form, (sentence, words[0].start, words[-1].end))
    for row in lines("one_thing.txt"):
        keep, leave = ([form.strip() for form in side.split(",")] for side in row.split("|"))
        second = [first_use[form] for form in leave if form in first_use]
        if second and any(form in first_use for form in keep):
            sentence, start, end = min(second, key=lambda use: use[0].start + use[1])
            message = "Use the same word for the same thing all the way through."
            better = like(sentence.text[start:end], keep[0])
            yield problem(sentence, start, end, "W3 two_words_one_thing", WARNING, message, better)


def in_name(words, start, end):
    """Whether words `start:end` are part of a name: a capital letter not only due to a new sentence."""
    if not words[start].text[:1].isupper():
        return False
    if start > 0:
        return True
    return end < len(words) and words[end].text[:1].isupper()


def _is_let_go(words, start, end):
    """Whether the words belong to the community, or to a name."""
    phrase = " ".join(word.low for word in words[start:end])
    return phrase in word_set("community_words.txt") or in_name(words, start, end)


def _plainer(sentence, start, end, name, message, suggestion):
    first, last = sentence.words[start], sentence.words[end - 1]
    better = like(first.text, suggestion)
    return problem(sentence, first.start, last.end, name, WARNING, message, better)


def _looks_hard(low):
    if len(low) < LONG_WORD or "-" in low or not LATIN_ENDING.search(low):
        return False
    return not any(low in table for table in _known_words())


@lru_cache(maxsize=1)
def _known_words():
    """Words that are let go, or that have a problem of their own already."""
    return word_set("community_words.txt"), phrases("jargon.txt"), phrases("hard_words.txt")


@lru_cache(maxsize=1)
def _one_thing():
    """Every form in the table of pairs, each standing for itself."""
    rows = [form for row in lines("one_thing.txt") for form in row.replace("|", ",").split(",")]
    return index(f"{form} | {form.strip()}" for form in rows)
