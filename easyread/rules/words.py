"""Hard words and phrases: W1 hard_word, W3 two_words_one_thing, W5 idiom, W7 jargon, S9 wordy.

All but one go by hand-made lists in `data/`. W1 also asks the table of word difficulty
(docs/word-table.md), which cannot know what one reader finds hard. The community's own words
(carer, advocate, respite …) are never flagged, and neither is a name with a capital letter.
"""

from functools import lru_cache

from .difficulty import difficulty, is_known
from .limits import DIFFICULTY_HINT, DIFFICULTY_WARNING
from .problems import HINT, WARNING, like, problem
from .tables import find_phrases, index, lines, phrases, word_set

SHORTEST = 4  # letters: shorter runs are initials, or bits of addresses and times
MAY_BE_HARD = "This word may be hard, so use an everyday word or say what it means."
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


def rated_hard(sentence):
    """W1: a warning for a word that people rate as very hard, a hint for one that is rather hard or not known."""
    for number, word in enumerate(sentence.words):
        level = _level(word.low)
        if level and not in_name(sentence.words, number, number + 1):
            yield problem(sentence, word.start, word.end, "W1 hard_word", level, MAY_BE_HARD)


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


def _level(low):
    """The level of a word that may be hard, or None. A guess is never more than a hint; numbers are no words."""
    if len(low) < SHORTEST or any(sign.isdigit() for sign in low):
        return None
    if (hard := difficulty(low)) < DIFFICULTY_HINT or any(low in words for words in _known_words()):
        return None
    return WARNING if hard >= DIFFICULTY_WARNING and is_known(low) else HINT


@lru_cache(maxsize=1)
def _known_words():
    """Words that are let go, or that have a problem of their own already."""
    return word_set("community_words.txt"), phrases("jargon.txt"), phrases("hard_words.txt")


@lru_cache(maxsize=1)
def _one_thing():
    """Every form in the table of pairs, each standing for itself."""
    rows = [form for row in lines("one_thing.txt") for form in row.replace("|", ",").split(",")]
    return index(f"{form} | {form.strip()}" for form in rows)
