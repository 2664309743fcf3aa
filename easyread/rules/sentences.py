"""How a sentence is built: S1 long_sentence, S4 double_negative, W8 pronoun.

What these cannot know: whether a short sentence is clear, or what "it" stands for.
"""

import re

from .limits import WORDS_ERROR, WORDS_HINT, WORDS_WARNING
from .problems import ERROR, HINT, WARNING, problem
from .spans import Spans
from .word_sets import these

NEGATIVES = these("not never no nothing nobody none neither without unless cannot")
CLAUSE_BREAK = re.compile(r"[,;:]|\b(?:and|but|or|so|because|if|that|who|which|when|where)\b", re.I)
ANSWER = re.compile(r"(?:yes,? or no\b|\bno[,.!?]|\bnot only\b|\bor no\b|\bno,? thank)", re.I)
UN_WORD = re.compile(
    r"\b(?:not|never|isn['’]t|aren['’]t|wasn['’]t)\s+(?:\w+ly\s+)?"
    r"(un(?:able|clear|common|fair|happy|helpful|important|kind|known|likely|necessary|reasonable"
    r"|safe|usual|well|willing|wise)|im(?:possible|proper)|in(?:correct|significant)|dis(?:agree\w*"
    r"|like\w*|satisfied))\b",
    re.I,
)
THING = re.compile(
    r"\b(?:the|a|an|your|our|my|his|her|their|each|every|some|many|most|all|these|those)"
    r"\s+(?!of\b|time\b|people\s+who\b)\w{3,}",
    re.I,
)
STANDS_FOR = these("they them he she him it these those")
EMPTY_IT = re.compile(r"it (?:is|was|will be|can be|may be)\b.*\b(?:to|that|who|if|when)\b|it rain", re.I)
MEANS = these("means mean includes include")


def long_sentence(sentence):
    """S1: over 15 words is a hint, over 20 a warning, over 25 an error."""
    count = len(sentence.words)
    if count <= WORDS_HINT:
        return
    level = HINT if count <= WORDS_WARNING else WARNING if count <= WORDS_ERROR else ERROR
    message = f"This sentence has {count} words. Use {WORDS_HINT} words or fewer."
    yield problem(sentence, 0, len(sentence.text), "S1 long_sentence", level, message)


def double_negative(sentence):
    """S4: two words for "not" in one clause is a warning. In two clauses it is a hint."""
    text = sentence.text
    un_word = UN_WORD.search(text)
    if un_word:
        yield _two_nots(sentence, un_word.start(), un_word.end(), WARNING)
        return
    answers = Spans(match.span() for match in ANSWER.finditer(text))
    nots = [word for word in sentence.words if _is_negative(word) and word.start not in answers]
    if len(nots) > 1:
        first, second = nots[0], nots[1]
        apart = CLAUSE_BREAK.search(text, first.end, second.start)
        level = HINT if apart and second.low not in ("unless", "without") else WARNING
        yield _two_nots(sentence, first.start, second.end, level)


def pronoun(sentence, before):
    """W8: a hint when They or It opens a sentence and 2 things in the one before could be meant."""
    if not sentence.words or sentence.words[0].low not in STANDS_FOR:
        return
    if EMPTY_IT.match(sentence.text) or _explains(sentence):
        return
    if before and len(THING.findall(before.text)) > 1:
        first = sentence.words[0]
        message = "Use the name again, so that people know who or what you mean."
        yield problem(sentence, first.start, first.end, "W8 pronoun", HINT, message)


def _two_nots(sentence, start, end, level):
    message = "Say it with 1 word for not, or with none."
    return problem(sentence, start, end, "S4 double_negative", level, message)


def _is_negative(word):
    return word.low in NEGATIVES or word.low.endswith("n't")


def _explains(sentence):
    """Whether the sentence tells what a word means: "It means …"."""
    return len(sentence.words) > 1 and sentence.words[1].low in MEANS
