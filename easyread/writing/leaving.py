"""What authors looked at and left as it is: found again by the very sentence, on whatever page it stands."""

from typing import NamedTuple

from ..models import LetGo
from ..models.covering import fingerprint_of_sentence
from ..rules import ERROR
from .places import sentence_at

MOST_WORDS = 200  # as the column takes them


class Standing(NamedTuple):
    """What the rules found in some fields: `open` still to look at, `left` as it is (lists of Found)."""

    open: list
    left: list


def parted(found, texts):
    """The problems `found` (list of Found), parted by whether an author left them as they are. `texts`: dict of names
    to str. An error is never left. One query. Returns a Standing."""
    keys = {one: key_of(one, texts) for one in found if one.problem.level != ERROR}
    prints = {sentence: fingerprint_of_sentence(sentence) for sentence, _, _ in keys.values()}
    rows = LetGo.objects.filter(fingerprint__in=set(prints.values())) if prints else []
    known = {(row.fingerprint, row.rule, row.words) for row in rows}
    left = {one for one, (sentence, rule, words) in keys.items() if (prints[sentence], rule, words) in known}
    return Standing([one for one in found if one not in left], [one for one in found if one in left])


def key_of(one, texts):
    """By what a problem (Found) is left: the sentence it stands in, its rule, and its words. Returns a tuple of str."""
    return sentence_at(texts[one.name], one.problem.start)[1], one.problem.rule, one.problem.text[:MOST_WORDS]
