"""The lists of one site: what its people know and how they say things, beyond the lists in `data/`.

Handed to `check` as `lists`, so that the rules stay pure: where a site keeps them is its own affair.
"""

from dataclasses import dataclass
from functools import lru_cache

from .names import in_name
from .parts import EXPLAINS
from .problems import ERROR, problem
from .tables import find_phrases, index


@dataclass(frozen=True)
class Lists:
    """The words of a site. Each is a tuple, so that equal lists are one and the same for a cache.

    community: words that are never hard. initials: those that people know. plainer: (words, what to write instead).
    one_thing: (word to use, word to leave out). glossary: (hard word, what it means): a text that uses one must
    explain it.
    """

    community: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    plainer: tuple[tuple[str, str], ...] = ()
    one_thing: tuple[tuple[str, str], ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()


NO_LISTS = Lists()
KEPT = 8  # lists whose tables are kept: a process works for one site, and they change seldom


@lru_cache(maxsize=KEPT)
def known(lists):
    """The table of the words of `lists` (Lists) in which nothing is a problem, ready for `find_phrases`."""
    words = (*lists.community, *lists.initials, *(word for word, _ in lists.glossary))
    return index(f"{form} |" for word in words for form in forms(word))


@lru_cache(maxsize=KEPT)
def plainer(lists):
    """The table of the words to say differently of `lists` (Lists)."""
    return index(f"{form} | {instead}" for words, instead in lists.plainer for form in forms(words))


@lru_cache(maxsize=KEPT)
def meanings(lists):
    """The table of the hard words of `lists` (Lists); what is found is the word as the list has it."""
    return index(f"{form} | {word}" for word, _ in lists.glossary for form in forms(word))


def forms(words):
    """The forms of listed `words` (str) that are the same: as they are, and with an s. Empty without a letter."""
    plain = " ".join(words.replace(",", " ").replace("|", " ").split())
    return [plain, plain + "s", plain + "'s"] if any(sign.isalnum() for sign in plain) else []


def known_spans(found, lists):
    """Where words of `lists` (Lists) stand in the sentences `found`, as a list of (start, end)."""
    table = known(lists)
    if not table:
        return []
    return [
        (one.start + one.words[start].start, one.start + one.words[end - 1].end)
        for one in found
        for start, end, _ in find_phrases(one, table)
    ]


def unexplained(found, lists, explained):
    """W2: an error where a hard word of the site's list is first used and the next sentence does not explain it.

    found: sentences. explained: words (str) that the page explains already.
    """
    told = {word.lower(): meaning for word, meaning in lists.glossary}
    seen = {word.lower() for word in explained}
    for number, sentence in enumerate(found if told else ()):
        for start, end, word in find_phrases(sentence, meanings(lists)):
            if word.lower() in seen or in_name(sentence.words, start, end):
                continue
            seen.add(word.lower())
            first, last = sentence.words[start], sentence.words[end - 1]
            if not _says_what_it_means(sentence.text[last.end :], found[number + 1 : number + 2]):
                message = f"Say what this word means in the next sentence: {told[word.lower()]}"
                yield problem(sentence, first.start, last.end, "W2 unexplained_hard_word", ERROR, message)


def _says_what_it_means(rest, after):
    """Whether the `rest` of the sentence (str), or the sentence `after` it (list of one or none), is an explanation."""
    return bool(EXPLAINS.match(rest.lstrip())) or any(EXPLAINS.search(one.text) for one in after)
