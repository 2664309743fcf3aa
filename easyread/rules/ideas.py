"""S2 many_ideas: more than one idea in a sentence. S8 many_ideas: more than one thing in a question.

Counts verbs that have a subject, by a list of everyday verbs and what stands before them. Two
clauses are no fault: professional writers use them often. It misses verbs outside the list.
"""

import re
from functools import lru_cache

from .limits import VERBS_HINT, VERBS_WARNING
from .problems import HINT, WARNING, problem
from .tables import lines
from .word_sets import these

HELPERS = these(
    "am is are was were has have had do does did can could will would shall should may might must"
    " cannot isn't aren't wasn't weren't hasn't haven't don't doesn't didn't can't couldn't won't"
    " wouldn't shouldn't mustn't i'm you're we're they're he's she's it's that's i've we've you've"
    " they've i'll you'll we'll they'll"
)
SUBJECTS = these(
    "i you we they he she it who people everyone everybody someone nobody this that these those there anyone which"
)
THESE_DO = these("i you we they who people that please")
ONE_DOES = these("he she it who which that this everyone everybody someone anyone")
NOT_A_SUBJECT = these(
    "a an the my your our his her their its this that these those to of for with by from in on at"
    " and or not no more some any all each every been be being is are was were has have had get got"
)
BETWEEN = these("not never also always often now still just only already all both")
JOINS = these("and but so")
WHICH = re.compile(r",\s+which\b", re.I)


@lru_cache(maxsize=1)
def _verbs():
    """The everyday verbs: base forms, past forms, and -s forms that are not also nouns."""
    base, past, third = set(), set(), set()
    for row in lines("verbs.txt"):
        word, *rest = row.split()
        base.add(word)
        irregular = [form for form in rest if form != "n"]
        past.update(irregular or [word + ("d" if word.endswith("e") else "ed")])
        if "n" not in rest:
            third.add(word + ("es" if word.endswith(("s", "sh", "ch", "x", "o")) else "s"))
    past.update(these("tried worried applied stopped planned"))
    third.update(these("applies worries"))
    past -= {"put", "let", "read", "cost", "hurt", "left"}
    return base, past, third


def finite_verbs(sentence):
    """The words that are verbs with a subject, one for each group ("will be asked" is one)."""
    found, words, number = [], sentence.words, 0
    while number < len(words):
        if _is_finite(words, number):
            found.append(number)
            number = _end_of_group(words, number)
        else:
            number += 1
    return found


def many_ideas(sentence):
    """S2: 3 verbs, or "and" or "but" with a new subject, is a hint. 4 verbs or ", which" is a warning."""
    verbs = finite_verbs(sentence)
    if len(verbs) >= VERBS_WARNING or WHICH.search(sentence.text):
        level = WARNING
    elif len(verbs) >= VERBS_HINT or _joined(sentence, verbs):
        level = HINT
    else:
        return
    message = "This sentence has more than 1 idea. Make a sentence for each idea."
    yield problem(sentence, 0, len(sentence.text), "S2 many_ideas", level, message)


def _is_finite(words, number):
    low = words[number].low
    before = words[number - 1].low if number else ""
    base, past, third = _verbs()
    if low in HELPERS:
        return before != "to"
    if low in base:
        return before in THESE_DO or (number == 0 and low not in SUBJECTS)
    if low in third:
        return before in ONE_DOES or (bool(before) and before not in NOT_A_SUBJECT)
    if low in past:
        after = words[number + 1].low if number + 1 < len(words) else ""
        return bool(before) and before not in NOT_A_SUBJECT and after != "by"
    return False


def _end_of_group(words, number):
    """The number after a verb and the verbs that lean on it, as in "do you want" and "will be asked"."""
    base, past, _ = _verbs()
    is_helper = words[number].low in HELPERS
    number += 1
    while is_helper and number < len(words):
        low = words[number].low
        if low in base or low in past:
            return _after_help(words, number)
        if low not in HELPERS and low not in BETWEEN and low not in SUBJECTS and low not in ("be", "been"):
            break
        number += 1
    return number


def _after_help(words, number):
    """The number after a verb, or after "help you get", where "get" has no subject of its own."""
    after = [word.low for word in words[number + 1 : number + 3]]
    if words[number].low in ("help", "let", "make") and len(after) == 2:
        base = _verbs()[0]
        if after[1] in base:
            return number + 3
    return number + 1


def _joined(sentence, verbs):
    """Whether "and" or "but" starts a new part with its own subject and verb."""
    for number in verbs[1:]:
        back = [word.low for word in sentence.words[max(0, number - 4) : number]]
        for place, low in enumerate(back):
            if low in JOINS and place + 1 < len(back) and back[place + 1] in SUBJECTS:
                return True
    return False
