"""How a text is set out: T5 long_list, T7 cross_reference."""

import re

from .limits import LIST_POINTS
from .problems import ERROR, WARNING, problem

PLACE = (
    r"(?:sections?|pages?|parts?|chapters?|appendix|annex|paragraphs?|figures?|tables?|footnotes?"
    r"|notes?|schedule)"
)
NUMBER = r"(?:\d+|[A-Z]\b|[ivx]+\b|one|two|three|four|five|six)"
SEE = re.compile(
    r"\b(?:please\s+)?(?:see|refer to|look at|turn to|as (?:set out|described|explained) in)\s+"
    rf"(?:also\s+)?(?:the\s+)?{PLACE}\s+{NUMBER}"
    r"|\bsee (?:above|below|overleaf|footnote|appendix|annex)\b|\b(?:ibid|op\. cit)\b",
    re.I,
)
POINTS_AWAY = re.compile(
    rf"\b(?:on|in|under)\s+(?:section|paragraph|appendix|annex|chapter|footnote)\s+{NUMBER}"
    r"|\b(?:as|the) (?:mentioned |stated |described |listed |noted )?(?:above|aforesaid|below)"
    r"(?: mentioned)?\b(?!\s+\d)"
    r"|\b(?:mentioned|described|listed|explained|shown|set out) (?:above|below|earlier|overleaf)\b",
    re.I,
)


def cross_reference(sentence):
    """T7: an error for "see section 3", and a warning for "as stated above"."""
    message = "Say it here, because it is hard to look in 2 places."
    for pattern, level in ((SEE, ERROR), (POINTS_AWAY, WARNING)):
        match = pattern.search(sentence.text)
        if match:
            yield problem(sentence, match.start(), match.end(), "T7 cross_reference", level, message)
            return


def long_list(sentences):
    """T5: a warning at the seventh point of a list."""
    points, line = 0, None
    for sentence in sentences:
        if not sentence.is_point:
            points = 0
        elif sentence.line != line:
            points += 1
            if points == LIST_POINTS + 1:
                yield _one_too_many(sentence)
        line = sentence.line


def _one_too_many(sentence):
    message = f"This list is long. Use {LIST_POINTS} points or fewer."
    return problem(sentence, 0, len(sentence.text), "T5 long_list", WARNING, message)
