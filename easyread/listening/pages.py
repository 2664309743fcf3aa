"""The sentences of one page, in order, and which of them a person reads (M1)."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Count, Q
from wagtail.models import get_page_models
from wagtail.permissions import page_permission_policy

from ..models import EasyReadPage, SpokenSentence
from ..page_parts import parts_of
from .heard_text import sentences_of
from .sentences import fingerprint_of

ALIKE = 0.5  # of 1: from here on a sentence is taken for the other one, with some words changed


@dataclass
class PageSentence:
    """A sentence of a page. `heard`: the recording of it that is ready; `coming`: one that the worker still opens, or
    could not; `before`: one of other words that stood here when it was recorded. Each a SpokenSentence or None."""

    number: int
    text: str
    part: str
    heard: SpokenSentence | None = None
    coming: SpokenSentence | None = None
    before: SpokenSentence | None = None

    @property
    def key(self):
        """What its address is made of: its fingerprint (str)."""
        return fingerprint_of(self.text)

    @property
    def is_missing(self):
        """Whether somebody still has to record it (bool): it has no recording, and none that is on its way."""
        is_on_its_way = self.coming is not None and self.coming.waiting
        return not is_on_its_way and (self.heard is None or self.heard.has_ended)


@dataclass
class PageReading:
    """A page's sentences (list of PageSentence), and recordings made for it that stand nowhere on it any more."""

    sentences: list
    left_over: list

    def read(self):
        """How many sentences have a recording (int)."""
        return sum(not sentence.is_missing for sentence in self.sentences)

    def find(self, key):
        """The sentence with this `key` (str), or None."""
        return next((sentence for sentence in self.sentences if sentence.key == key), None)

    def next_missing(self, after=0):
        """The first sentence without a recording behind number `after` (int), else the first of all; or None."""
        missing = [sentence for sentence in self.sentences if sentence.is_missing and sentence.number != after]
        return next((sentence for sentence in missing if sentence.number > after), missing[0] if missing else None)


def pages_for(user):
    """The pages whose sentences `user` (User) may see, by their titles. A queryset of Page."""
    kinds = [model for model in get_page_models() if issubclass(model, EasyReadPage)]
    return page_permission_policy.explorable_instances(user).type(*kinds).order_by("title", "pk")


def count_readings(rows):
    """Give each of `rows` (Pages) how many recordings were made for it, as `readings` (int), in one query."""
    made = SpokenSentence.objects.filter(page__in=[row.pk for row in rows]).order_by().values("page")
    found = dict(made.annotate(many=Count("pk")).values_list("page", "many"))
    for row in rows:
        row.readings = found.get(row.pk, 0)


def reading_of(page):
    """What is read on a `page` (EasyReadPage), as a PageReading. The same number of queries however long it is."""
    sentences = list(sentences_on(page))
    keys = {sentence.key: sentence for sentence in sentences}
    rows = SpokenSentence.objects.filter(Q(fingerprint__in=keys) | Q(page_id=page.pk)).select_related("added_by")
    other = []
    for row in rows:
        if sentence := keys.get(row.fingerprint):
            setattr(sentence, "heard" if row.is_ready else "coming", row)
        else:
            other.append(row)
    return PageReading(sentences, [row for row in other if not take_place(row, sentences)])


def sentences_on(page):
    """Each sentence of a `page` (EasyReadPage) that Listen reads, once, in order. Yields PageSentence."""
    seen = set()
    for part in parts_of(page):
        for text in sentences_of(part.html()):
            if (key := fingerprint_of(text)) not in seen:
                seen.add(key)
                yield PageSentence(len(seen), text, part.key)


def take_place(row, sentences):
    """Put a recording `row` of other words beside the sentence that was changed since. Returns bool: there is one."""
    free = [one for one in sentences if one.part == row.part and not (one.heard or one.coming or one.before)]
    best = max(free, key=lambda one: likeness(row.text, one.text), default=None)
    if best is None or likeness(row.text, best.text) < ALIKE:
        return False
    best.before = row
    return True


def likeness(one, other):
    """How much of two texts (str) is the same, by their words: 0 to 1 (float)."""
    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()
