"""Hard words and phrases: W1 hard_word, W3 two_words_one_thing, W5 idiom, W7 jargon, S9 wordy.

All but one go by hand-made lists in `data/`. W1 also asks the table of word difficulty
(docs/word-table.md), which cannot know what one reader finds hard. The community's own words
(carer, advocate, respite …) are never flagged, and neither is a name with a capital letter.
"""

from functools import lru_cache
from itertools import pairwise

from .difficulty import difficulty, is_known
from .limits import DIFFICULTY_HINT, DIFFICULTY_WARNING, TOGETHER_HINT
from .lists import NO_LISTS, forms, plainer
from .names import in_name
from .problems import HINT, WARNING, like, problem
from .tables import find_phrases, index, lines, pairs, phrases, word_set
from .traits import SMALL
from .two_words import together
from .word_sets import these

SHORTEST = 4  # letters: shorter runs are initials, or bits of addresses and times
MAY_BE_HARD = "This word may be hard, so use an everyday word or say what it means."
HARD_TOGETHER = "These two words may be hard together, so use everyday words or say what they mean."
# Small words that stand beside full ones without making one thing with them: "cookie against", "typed before".
NO_PAIR = these(
    "above across after again against ahead along already always among anyone anything around away back before below"
    " beside best beyond cannot down early else even ever every everyone first further here inside just know known last"
    " later less like likely near never next nobody once only onto outside rather same since soon still thing things"
    " today together tomorrow toward towards twice until upon using versus well whilst without yesterday"
)
# In this order: words inside a wordy phrase or an idiom are not named again as hard words.
LISTS = (
    ("wordy.txt", "S9 wordy", "Use fewer words."),
    ("idioms.txt", "W5 idiom", "Say exactly what you mean."),
    ("jargon.txt", "W7 jargon", "Use words that everyone knows."),
    ("hard_words.txt", "W1 hard_word", "Use an everyday word."),
)
OF_THE_SITE = ("W7 jargon", "We say this differently here.")


def listed(sentence, lists=NO_LISTS):
    """W1, W5, W7 and S9: a warning for each word or phrase on a list, with a plainer one. The site's come first."""
    taken = set()
    tables = [(phrases(table), name, message) for table, name, message in LISTS]
    for table, name, message in [(plainer(lists), *OF_THE_SITE), *tables]:
        for start, end, suggestion in find_phrases(sentence, table):
            if taken.isdisjoint(range(start, end)) and not _is_let_go(sentence.words, start, end, name):
                taken.update(range(start, end))
                yield _plainer(sentence, start, end, name, message, suggestion)


def rated_hard(sentence, lists=NO_LISTS):
    """W1: a warning for a word that people rate as very hard, a hint for one that is rather hard or not known."""
    for number, word in enumerate(sentence.words):
        level = _level(word.low)
        if level and word.low not in plainer(lists) and not in_name(sentence.words, number, number + 1):
            first, others = plainer_words(word.text)
            yield problem(sentence, word.start, word.end, "W1 hard_word", level, MAY_BE_HARD, first, others)


def hard_together(sentence, lists=NO_LISTS):
    """W1: a hint for two words that are hard together though neither is hard alone: "reasonable cause"."""
    may_be = [_may_be_in_a_pair(sentence.words, number, lists) for number in range(len(sentence.words))]
    for number, (first, second) in enumerate(pairwise(sentence.words)):
        is_pair = may_be[number] and may_be[number + 1] and sentence.text[first.end : second.start].isspace()
        if is_pair and together(first.text, second.text) >= TOGETHER_HINT:
            yield problem(sentence, first.start, second.end, "W1 hard_word", HINT, HARD_TOGETHER)


def plainer_words(word):
    """The plainest word for a hard `word` (str), or "", and a tuple of others. They may not fit: the author chooses."""
    found = pairs("plainer_words.txt").get(word.lower().replace("’", "'"), "")
    first, *others = [like(word, one.strip()) for one in found.split(",")]
    return first, tuple(others)


def two_words_one_thing(sentences, lists=NO_LISTS):
    """W3: a warning where a text starts to use a second word for the same thing."""
    first_use, rows = {}, _pairs(lists)
    for sentence in sentences:
        for start, end, form in find_phrases(sentence, _one_thing(lists)):
            words = sentence.words[start:end]
            first_use.setdefault(form, (sentence, words[0].start, words[-1].end))
    for keep, leave in rows:
        second = [first_use[form] for form in leave if form in first_use]
        if second and any(form in first_use for form in keep):
            sentence, start, end = min(second, key=lambda use: use[0].start + use[1])
            message = "Use the same word for the same thing all the way through."
            better = like(sentence.text[start:end], keep[0])
            yield problem(sentence, start, end, "W3 two_words_one_thing", WARNING, message, better)


def _is_let_go(words, start, end, name):
    """Whether the words belong to the community, or to a name. The site's own list knows its community."""
    phrase = " ".join(word.low for word in words[start:end])
    is_ours = phrase in word_set("community_words.txt") and name != OF_THE_SITE[0]
    return is_ours or in_name(words, start, end)


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


def _may_be_in_a_pair(words, number, lists):
    """Whether a word is one that the pairs tell of: a full word, in the table, not a name, no verb, not hard alone."""
    low = words[number].low
    if len(low) < SHORTEST or low in SMALL or low in NO_PAIR or low in plainer(lists) or not is_known(low):
        return False
    if not low.isalpha() or low.endswith("ly"):
        return False
    if difficulty(low) >= DIFFICULTY_HINT or low in word_set("verbs.txt") or in_name(words, number, number + 1):
        return False
    return not any(low in known for known in _known_words())


@lru_cache(maxsize=1)
def _known_words():
    """Words that are let go, or that have a problem of their own already."""
    return word_set("community_words.txt"), phrases("jargon.txt"), phrases("hard_words.txt")


@lru_cache(maxsize=8)
def _pairs(lists):
    """Each pair of words for one thing: (forms to use, forms to leave out), ours and those of the site."""
    ours = [[[form.strip() for form in side.split(",")] for side in row.split("|")] for row in lines("one_thing.txt")]
    return ours + [[forms(keep), forms(leave)] for keep, leave in lists.one_thing if forms(keep) and forms(leave)]


@lru_cache(maxsize=8)
def _one_thing(lists):
    """Every form in the table of pairs, each standing for itself."""
    rows = [form for pair in _pairs(lists) for side in pair for form in side]
    return index(f"{form} | {form}" for form in rows)
