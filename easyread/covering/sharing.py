"""Which Easy Read part says what a standard sentence says: a plain guess from the words that both have.

The main words of a sentence are its numbers, and its words of 3 letters or more without the small ones. Endings do
not count. A word for which our rules have a plainer one may stand as the plainer one. The guess knows no meaning.
"""

import re
from collections import Counter
from functools import lru_cache

from ..rules import check
from ..rules.splitter import words
from ..rules.word_sets import these

ENOUGH = 0.5  # of the main words must stand in one part, or in it and the next
LEAST_LETTERS = 3
SMALL = these(
    "all and any are but can did for get had has her him his how its let may nor not now off one our out own per put "
    "say see she the too two via was way who why yet you "
    "about above after also although among around because been before being below between both came could does doing "
    "done down each either else even ever every from further have having here hers herself himself however into itself "
    "just like made make many more most much must myself need only other ours ourselves over same shall should since "
    "some such than that their theirs them themselves then there therefore these they this those through thus under "
    "until upon very well were what when where whether which while whom whose will with within without would your yours"
)
ENDING = re.compile(r"(?:ations?|ings?|ments?|ness|ers?|ed|es|ly|s|e)\Z")


class Told:
    """What Easy Read sentences tell, one by one and two by two. `easy`: list of str, in their order."""

    def __init__(self, easy):
        self.texts = [*easy, *(f"{one} {after}" for one, after in zip(easy, easy[1:], strict=False))]
        self.places = {}  # root → the numbers of the texts in which it stands
        for number, text in enumerate(self.texts):
            for one in roots_of(text):
                self.places.setdefault(one, set()).add(number)

    def best(self, sentence):
        """The words that say most of a standard `sentence` (str): a str, "" when too little of it is said."""
        wanted = meanings_of(sentence)
        said = Counter(number for either in wanted for number in self.saying(either))
        most = max(said.values(), default=0)
        if not most or most < ENOUGH * len(wanted):
            return ""
        return self.texts[min(number for number, count in said.items() if count == most)]

    def saying(self, either):
        """The numbers of the texts that say one word in one of its ways. `either`: tuple of frozenset of roots."""
        ways = [[self.places.get(one, set()) for one in roots] for roots in either]
        return set().union(*(set.intersection(*places) for places in ways))


@lru_cache(maxsize=4_000)
def meanings_of(sentence):
    """The main words of a `sentence` (str), each as the ways to say it. Returns a tuple of tuples of frozenset."""
    plainer = {
        problem.text.lower(): roots_of(problem.suggestion)
        for problem in check(sentence)
        if roots_of(problem.suggestion)
    }
    return tuple(
        (frozenset([root(word)]), *(roots for text, roots in plainer.items() if word in text.split()))
        for word in main_words(sentence)
    )


@lru_cache(maxsize=4_000)
def roots_of(text):
    """The main words of a `text` (str) without their endings, as a frozenset of str."""
    return frozenset(root(word) for word in main_words(text))


def main_words(text):
    """The words of a `text` (str) that carry what it says: numbers, and longer words. Returns a list of str."""
    found = [word.low for word in words(text)]
    return [word for word in found if word[0].isdigit() or (len(word) >= LEAST_LETTERS and word not in SMALL)]


def root(word):
    """A `word` (str) without its ending: "decisions", "decided" and "decide" have one root. Returns str."""
    short = ENDING.sub("", word)
    return short if len(short) >= 3 else word
