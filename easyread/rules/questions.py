"""Questions to people: Q3 agree_question, S8 many_ideas. Only used when the text is a question."""

import re

from .problems import ERROR, HINT, WARNING, problem
from .spans import Spans
from .tables import lines

AGREE = re.compile(
    r"\b(?:do|would|did|don['’]t|wouldn['’]t)\s+(?:you|people|we)\s+(?:\w+\s+)?(?:dis)?agree\b"
    r"|\bhow (?:much|far|strongly) do you (?:dis)?agree\b|\bto what extent\b[^.?!]{0,60}\bagree\b"
    r"|\bagree or disagree\b|\b(?:do|would)n['’]t you (?:think|say|like)\b"
    r"|\b(?:isn['’]t|aren['’]t|wasn['’]t|won['’]t|shouldn['’]t) (?:it|they|we|this)\b",
    re.I,
)
JOIN = re.compile(r"\b(and|or)\b", re.I)
CHOICE = re.compile(r"\b(?:which|rather|better|prefer|choose)\b", re.I)
NAME = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]*+\s+(?:and|or)\s+[A-Z]")


def agree_question(sentence):
    """Q3: people say yes to please. "Do you agree" is an error in a question."""
    match = AGREE.search(sentence.text)
    if match:
        message = "Ask what people think, because many people say yes to please."
        yield problem(
            sentence,
            match.start(),
            match.end(),
            "Q3 agree_question",
            ERROR,
            message,
            like_question(match.group()),
        )


def like_question(words):
    """What to ask in place of "do you agree"."""
    return "What do you think" if "agree" in words.lower() else ""


def two_things(sentence):
    """S8: a question that joins 2 things by "and" is a warning, by "or" a hint."""
    text = sentence.text
    if not text.rstrip("\"'”’) ").endswith("?"):
        return
    one_thing = _one_thing(text)
    for match in JOIN.finditer(text):
        if match.start() in one_thing:
            continue
        low = match.group().lower()
        if low == "or" and CHOICE.search(text):
            continue
        level = WARNING if low == "and" else HINT
        message = "Ask about 1 thing in each question."
        yield problem(sentence, match.start(), match.end(), "S8 many_ideas", level, message)
        return


def _one_thing(text):
    """Where words joined by "and" are one thing: "health and social care", Kent and Medway."""
    pairs = re.compile("|".join(map(re.escape, lines("joined_pairs.txt"))), re.I)
    return Spans(found.span() for pattern in (pairs, NAME) for found in pattern.finditer(text))
