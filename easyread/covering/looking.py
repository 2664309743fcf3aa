"""Every sentence of a standard version with what the Easy Read says of it."""

from typing import NamedTuple

from ..models.covering import Covering, fingerprint_of_sentence
from ..wording import easy_words
from .sharing import Told
from .standard import standard_sentences


class Row(NamedTuple):
    """One standard sentence. `told`: the Easy Read words that seem to say it, or ""; `covering`: what an editor said of
    it, or None."""

    sentence: str
    fingerprint: str
    told: str
    covering: Covering | None

    @property
    def is_open(self):
        """Whether nobody and nothing says yet that the Easy Read covers it. Returns bool."""
        return not self.told and self.covering is None


def rows_of(page):
    """The standard sentences of a `page` (EasyReadPage, as it stands or as a version), in order: a list of Row."""
    said = {covering.fingerprint: covering for covering in Covering.objects.filter(page_id=page.pk)}
    told = Told(easy_words(page))
    return [row_of(sentence, told, said) for sentence in standard_sentences(page.standard)]


def row_of(sentence, told, said):
    """One Row. `told`: Told; `said`: dict fingerprint → Covering."""
    key = fingerprint_of_sentence(sentence)
    return Row(sentence, key, told.best(sentence), said.get(key))


def not_covered(page):
    """How many standard sentences of a `page` (EasyReadPage) the Easy Read does not cover yet. Returns int."""
    return sum(row.is_open for row in rows_of(page))
