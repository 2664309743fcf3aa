"""S3 passive: "the plan was agreed". Finds be or get, up to 3 small words, and a past participle.

"is called" and "are worried" only look passive and are let go. It cannot know a passive without
"be" ("the plan agreed last week"), or a participle on neither list in `data/`.
"""

from .limits import PASSIVE_GAP
from .problems import HINT, WARNING, problem
from .tables import word_set
from .word_sets import these

BE = these(
    "am is are was were be been being isn't aren't wasn't weren't i'm it's that's you're we're"
    " they're he's she's get gets got gotten getting"
)
BETWEEN = these(
    "not never also always often now then still just only already soon yet even ever being been"
    " i you we they he she it this that him her them all both first once twice well better"
)
DONE_BY = these("closed connected finished isolated limited shared")  # with "by" they say what somebody does
MESSAGE = "Say who does it first, then what they do."


def passive(sentence):
    """S3: a hint for each passive, and a warning when "by" follows and says who does it."""
    words, last = sentence.words, -1
    for number, word in enumerate(words):
        if word.low in BE and number > last:
            end = _participle_after(words, number)
            if end is not None:
                last = end
                level = WARNING if _by_follows(words, end) else HINT
                yield problem(sentence, word.start, words[end].end, "S3 passive", level, MESSAGE)


def _participle_after(words, number):
    """The number of the participle that belongs to the "be" at `number`, or None."""
    for place in range(number + 1, min(number + 2 + PASSIVE_GAP, len(words))):
        low = words[place].low
        if low in BETWEEN or (low.endswith("ly") and low not in ("only", "family", "reply")):
            continue
        followed = place + 1 < len(words) and words[place + 1].low == "by"
        return place if is_participle(low, followed) else None
    return None


def is_participle(low, followed=False):
    """Whether a word (str) is a past participle and not just a word for how someone is.

    `followed`: "by" comes next, as in "closed by the council", which says that somebody does it.
    """
    if low in word_set("not_passive.txt"):
        return followed and low in DONE_BY
    if low in word_set("participles.txt"):
        return True
    return len(low) > 4 and low.endswith("ed") and not low.endswith("eed") and "-" not in low


def _by_follows(words, number):
    """Whether "by" stands in the 3 words after the participle."""
    return any(word.low == "by" for word in words[number + 1 : number + 4])
