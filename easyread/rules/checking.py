"""Puts the rules together: `check` for a text, `check_parts` for a page with pictures."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from . import capitals, dates, ideas, layout, numbers, passive, questions, reader, short_forms, signs, tenses, words
from . import lists as of_site
from . import parts as page
from . import sentences as building
from .lists import NO_LISTS
from .spans import Spans
from .splitter import sentences

ONE_SENTENCE = (
    building.long_sentence,
    ideas.many_ideas,
    passive.passive,
    building.double_negative,
    tenses.hard_tense,
    short_forms.abbreviation,
    short_forms.contraction,
    signs.symbol,
    numbers.percentage,
    numbers.number_word,
    numbers.roman_numeral,
    dates.date_format,
    capitals.capitals,
    layout.cross_reference,
)
QUESTION = (questions.agree_question, questions.two_things)
WITH_LISTS = (words.listed, words.rated_hard, words.hard_together)


def check(text, *, glossary=(), allowed=(), question=False, lists=NO_LISTS):
    """Everything in a text that is hard to read, as a list of `Problem` in order of place.

    text: each line is a sentence or a paragraph. glossary: words the page explains. allowed: words
    the site lets through (names, initials people know). Nothing inside either is a problem.
    question: also ask whether this is a fair question (Q3, S8). lists: the site's own `Lists`. Never raises for any
    string.
    """
    read = sentences(text)
    spans = _allowed_spans(text, read, glossary, allowed, lists)
    kept = [one for one in _all(read, question, lists) if not _is_let_through(one, spans)]
    kept += of_site.unexplained(read, lists, glossary)
    return sorted(kept, key=lambda one: (one.start, one.end, one.rule))


def check_parts(parts, *, glossary=(), allowed=(), lists=NO_LISTS):
    """Everything hard to read on a page, as a list of `Problem` with the number of its `part`.

    `start` and `end` count from the start of that part's words. Also finds a part without a picture
    (P1) and a word of the glossary that is not explained (W2).
    """
    parts = list(parts)
    text = "\n".join(part.words for part in parts)
    starts = _starts(parts)
    found = check(text, glossary=(*glossary, *page.explained(parts)), allowed=allowed, lists=lists)
    found = [_in_part(one, parts, starts) for one in found]
    found += page.missing_picture(parts)
    found += page.unexplained_hard_word(parts, glossary)
    return sorted(found, key=lambda one: (one.part, one.start, one.end, one.rule))


def _all(found, question, lists):
    """The problems of each sentence, of neighbours, and of the whole text."""
    rules = ONE_SENTENCE + QUESTION if question else ONE_SENTENCE
    before = None
    for sentence in found:
        for rule in rules:
            yield from rule(sentence)
        for rule in WITH_LISTS:
            yield from rule(sentence, lists)
        yield from building.pronoun(sentence, before)
        before = sentence
    yield from words.two_words_one_thing(found, lists)
    yield from layout.long_list(found)
    yield from reader.speaks_to_reader(found)


def _allowed_spans(text, read, glossary, allowed, lists):
    """Where words stand that are never a problem: those let through, and web and email addresses."""
    terms = frozenset(term.strip() for term in (*glossary, *allowed) if term.strip())
    spans = signs.addresses(text) + of_site.known_spans(read, lists)
    if terms:
        spans += [match.span() for match in _pattern(terms).finditer(text)]
    return Spans(spans)


def _is_let_through(one, spans):
    """Whether a problem lies inside such words. Two words are not hard together when one is let through."""
    if spans.cover(one.start, one.end):
        return True
    return one.message == words.HARD_TOGETHER and (one.start in spans or one.end - 1 in spans)


@lru_cache(maxsize=16)
def _pattern(terms):
    """Finds any of these words as whole words, with or without an s."""
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    either = "|".join(re.escape(term) for term in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?:['’]?s)?(?!\w)", re.I)


def _starts(parts):
    """Where each part starts in the text of the whole page."""
    starts, place = [], 0
    for part in parts:
        starts.append(place)
        place += len(part.words) + 1
    return starts


def _in_part(one, parts, starts):
    """The problem, counted from the start of its own part."""
    number = bisect_right(starts, one.start) - 1
    shift = starts[number]
    return replace(one, start=one.start - shift, end=one.end - shift, part=number)
