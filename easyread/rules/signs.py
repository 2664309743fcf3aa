"""S6 symbol: signs that make a sentence hard to read aloud or to follow."""

import re

from .problems import ERROR, problem
from .spans import Spans

ADDRESS = re.compile(
    r"\b(?:https?://|www\.)[^\s<>]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    r"|(?<![\w/.-])[\w-]{1,64}(?:\.[a-z]{2,12}){1,3}/[^\s<>]{0,2000}"
)
SLASHED_DATE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
SIGN = re.compile(
    r"(?P<bracket>\([^()]*+\)|\[[^\[\]]*+\]|[()\[\]{}])|(?P<semicolon>;)|(?P<slash>[/\\])"
    r"|(?P<range>(?<=\d)\s?[-–—]\s?(?=£?\d))|(?P<dash>\s[-–—]+(?=\s|$)|[–—―]|-{2,})|(?P<and>(?<![A-Z])&|&(?![A-Z]))|(?P<other>[§#])"
)
MESSAGES = {
    "bracket": "Take out the brackets and make a new sentence.",
    "semicolon": "Use a full stop and start a new sentence.",
    "slash": "Write and, or, or use 1 word only.",
    "range": "Write to between the numbers.",
    "dash": "Take out the dash and make a new sentence.",
    "and": "Write the word and.",
    "other": "Use words, not this sign.",
}
INSTEAD = {"slash": " or ", "range": " to ", "and": " and "}
PHONE = re.compile(r"(?<![\w£])\+?\d[\d -]{6,18}\d(?!\w)")


def symbol(sentence):
    """S6: an error for a semicolon, bracket, slash, dash, &, § or #."""
    left_alone = plain_numbers(sentence.text)
    for match in SIGN.finditer(sentence.text):
        if match.start() in left_alone:
            continue
        kind = match.lastgroup
        start, end = _tight(match)
        yield problem(
            sentence, start, end, "S6 symbol", ERROR, MESSAGES[kind], _word_for(kind, sentence.text, start, end)
        )


def addresses(text):
    """Where web and email addresses stand in a text, as `(start, end)`."""
    if "." not in text and "@" not in text:
        return []
    return [match.span() for match in ADDRESS.finditer(text)]


def plain_numbers(text):
    """Where typed dates and phone numbers stand, which are no sums and no dashes."""
    spans = [match.span() for match in SLASHED_DATE.finditer(text)]
    for match in PHONE.finditer(text):
        if sum(sign.isdigit() for sign in match.group()) >= 10:
            spans.append(match.span())
    return Spans(spans)


def _word_for(kind, text, start, end):
    """The word to write for a sign, with a space where none stands yet. Nothing for "and/or"."""
    if kind == "slash" and text[max(0, start - 3) : start].lower() == "and":
        return ""
    word = INSTEAD.get(kind, "")
    word = word.lstrip() if start == 0 or text[start - 1].isspace() else word
    return word.rstrip() if text[end : end + 1].isspace() else word


def _tight(match):
    """Where the sign itself stands, without the spaces beside it."""
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
