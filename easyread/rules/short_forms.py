"""Short forms: W4 abbreviation (initials, e.g.), W6 abbreviation (Latin words), W10 contraction.

What these cannot know: whether readers know some initials. A site adds those to `allowed`.
"""

import re

from .capitals import ROMAN, shouted
from .problems import ERROR, like, problem
from .spans import Spans
from .tables import find_phrases, pairs, phrases, word_set

DOTTED = re.compile(
    r"\b(?:e\.?g\.|i\.e\b\.?|ie\.|eg\b|etc\b\.?|(?:[A-Za-z]\.){2,6}|N\.?B\b\.?|c\.f\.|viz\.|vs\b\.?"
    r"|approx\b\.?|dept\b\.?|incl\.|max\.|min\.|No\.(?=\s?\d)|tel\.|ext\.)"
)
INITIALS_RUN = re.compile(r"\b[A-Z]{2,}s?(?:&[A-Z]{1,3})?\b(?![-/]\d)|\b[A-Z]&[A-Z]{1,3}\b|\b[A-Z][a-z][A-Z]\b")
MEANINGS = {
    "e.g.": "for example",
    "e.g": "for example",
    "eg": "for example",
    "eg.": "for example",
    "i.e.": "that is",
    "i.e": "that is",
    "ie.": "that is",
    "n.b.": "please note",
    "nb": "please note",
    "vs": "against",
    "vs.": "against",
    "c.f.": "compare",
    "viz.": "that is",
    "no.": "number",
    "tel.": "phone",
    "ext.": "extension",
    "incl.": "with",
    "a.m.": "am",
    "p.m.": "pm",
}
SHORT = re.compile(
    r"\b(?P<not>ca|wo|sha|ai|do|does|did|is|are|was|were|has|have|had|could|would|should|must|might"
    r"|need|ought|dare)n['’]t\b|\b(?P<who>i|you|we|they|he|she|it|that|there|this|who|what|where|how"
    r"|here|let|when|why)['’](?P<end>m|re|ve|ll|d|s)\b(?P<has>(?=\s(?:been|got|had)\b))?"
    r"|\b(?P<loose>y['’]all|gonna|wanna|gotta|dunno|ma['’]am)\b",
    re.I,
)
NOT_FORMS = {"ca": "cannot", "wo": "will not", "sha": "shall not", "ai": "is not"}
ENDS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
LOOSE = {"gonna": "going to", "wanna": "want to", "gotta": "have to", "dunno": "do not know"}


def abbreviation(sentence):
    """W4: an error for initials and short forms. W6: an error for Latin and other foreign words."""
    dotted = list(DOTTED.finditer(sentence.text))
    taken = Spans(match.span() for match in dotted + shouted(sentence.text))
    for match in dotted:
        yield _short(sentence, match, _full(match.group()))
    for match in INITIALS_RUN.finditer(sentence.text):
        if match.start() not in taken and _is_initials(match):
            yield _short(sentence, match, _full(match.group()))
    for start, end, suggestion in find_phrases(sentence, phrases("latin.txt")):
        first, last = sentence.words[start], sentence.words[end - 1]
        yield problem(
            sentence,
            first.start,
            last.end,
            "W6 abbreviation",
            ERROR,
            "Use English words.",
            like(first.text, suggestion),
        )


def contraction(sentence):
    """W10: an error for don't and we'll. Readers can miss the not."""
    for match in SHORT.finditer(sentence.text):
        message = "Write both words in full, because people can miss a short form."
        yield problem(sentence, match.start(), match.end(), "W10 contraction", ERROR, message, _in_full(match))


def _is_initials(match):
    """Whether the capitals are initials that people may not know, and not a Roman numeral."""
    letters = match.group().rstrip("s")
    return letters.lower() not in word_set("initials_people_know.txt") and not ROMAN.match(letters)


def _short(sentence, match, suggestion):
    message = "Write the words in full."
    return problem(sentence, match.start(), match.end(), "W4 abbreviation", ERROR, message, suggestion)


def _full(text):
    """The full words for a short form, or "" when we do not know them."""
    low = text.lower()
    if low in MEANINGS:
        return MEANINGS[low]
    full = pairs("short_forms.txt")
    return full.get(low.rstrip(".")) or full.get(low.replace(".", ""), "")


def _in_full(match):
    """Both words of a short form, with the capital letter kept."""
    text = match.group()
    if match["loose"]:
        return like(text, LOOSE.get(text.lower(), ""))
    if match["not"]:
        stem = match["not"].lower()
        return like(text, NOT_FORMS.get(stem, stem + " not"))
    if match["who"].lower() == "let":
        return like(text, "let us")
    end = "has" if match["has"] is not None and match["end"].lower() == "s" else ENDS[match["end"].lower()]
    return f"{match['who']} {end}"
