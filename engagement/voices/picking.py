"""Ideas to pick from: a few on each page, in an order that is each person's own, and what they picked always on top.

There may be 5,000 ideas, so they are never all fetched: their ids are put in order, and one page of them is read.
"""

import uuid
from bisect import bisect_left, bisect_right

from django.db.models import Prefetch, prefetch_related_objects

from easyread.kept import kept
from easyread.reading import ready
from engagement.polls.models import MOST_PICKS, Choice

from .keys import place_of

A_PAGE = 6
MORE, EARLIER = "more", "earlier"
TURNING = (MORE, EARLIER)  # pressed to see other ideas: what is ticked is kept
MOST_VALUES = 50  # of one page that somebody sends; it has 9 boxes
GONE = "An idea that you picked is not here any more. Please look again."


class Picking:
    """One page of ideas for one person, for the template voices/pick.html.

    `question`: Question. `key`: of the person's draft (str), which makes their order. `picked`: set of str, the public
    ids that are ticked. `request`: says which page was asked for. `words_of`: gives a choice's words as they are read.
    """

    def __init__(self, question, *, key, picked, request, words_of):
        self.question, self.key, self.words_of = question, key, words_of
        self.ideas = kept(request, ("ideas", question.pk), lambda: offered(question))
        self.picked = [choice for choice in picked_choices(question, sorted(picked)) if choice.ended_at is None]
        self.choices = self.page_of(request.POST if request.POST.get("go") in TURNING else request.GET)
        ready(choice.picture for choice in [*self.picked, *self.choices])

    def page_of(self, data):
        """The choices on the page that was asked for, without those that are picked. A list of Choice."""
        mine = {choice.pk for choice in self.picked}
        order = sorted((place_of(self.key, idea), pk) for pk, idea in self.ideas if pk not in mine)
        start = self.start_of(order, data)
        if start >= len(order):  # the last ideas went meanwhile, or were picked
            start = max(len(order) - A_PAGE, 0)
        self.has_earlier, self.has_more = start > 0, start + A_PAGE < len(order)
        return choices_of(pk for _, pk in order[start : start + A_PAGE])

    def start_of(self, order, data):
        """Where the page begins in the `order` (list of (str, int)). One that has gone meanwhile changes nothing."""
        after, before = asked_for(data)
        if after:
            return bisect_right(order, (place_of(self.key, after), float("inf")))
        if before:
            return max(bisect_left(order, (place_of(self.key, before), 0)) - A_PAGE, 0)
        return 0

    @property
    def total(self):
        """How many ideas there are (int)."""
        return len(self.ideas)

    @property
    def picked_options(self):
        """What is picked, ticked, for components/choices.html."""
        return [self.option(choice, True) for choice in self.picked]

    @property
    def options(self):
        """The other ideas of this page."""
        return [self.option(choice, False) for choice in self.choices]

    def option(self, choice, checked):
        """One idea as a row: value, label, picture, and whether it is ticked."""
        value, label = str(choice.public_id), self.words_of(choice)
        return {"value": value, "label": label, "picture": choice.picture, "checked": checked}

    @property
    def first(self):
        """The public id (UUID) of the first idea of the page, or ""."""
        return self.choices[0].public_id if self.choices else ""

    @property
    def last(self):
        """The public id (UUID) of its last idea, or ""."""
        return self.choices[-1].public_id if self.choices else ""

    @property
    def count_in_words(self):
        """How many are picked, as an Easy Read sentence."""
        return f"You picked {len(self.picked)} of {MOST_PICKS}."


def picking_of(question, **page):
    """The page of ideas of a `question` (Question) where people pick; None for any other. `page`: as for Picking."""
    return Picking(question, **page) if question.picks_ideas else None


def offered(question):
    """The ideas that can be picked now, as a list of (pk, public id). One query."""
    rows = Choice.objects.filter(question=question.pk, ended_at=None, together_with=None)
    return list(rows.values_list("pk", "public_id"))


def with_ideas(questions):
    """`questions` (list of Question), each where people pick with all its ideas as `choices`. One query for all."""
    picking = [question for question in questions if question.picks_ideas]
    ideas = Choice.objects.filter(ended_at=None, together_with=None).order_by("sort_order", "pk")
    for question in picking:  # what `ready_to_show` left out
        question._prefetched_objects_cache.pop("choices", None)
    prefetch_related_objects(picking, Prefetch("choices", ideas))
    return questions


def asked_for(data):
    """Which page was asked for in `data` (QueryDict): (UUID or None, UUID or None), after and before which idea."""
    go = data.get("go")
    if go in TURNING:
        return (read(data.get("last")), None) if go == MORE else (None, read(data.get("first")))
    return read(data.get("after")), read(data.get("before"))


def next_page(data):
    """The query (dict) of the page that was asked for with a button."""
    after, before = asked_for(data)
    return {"after": after, "before": before}


def read(text):
    """A `text` (str or None) as a UUID, or None."""
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None


def picked_choices(question, values):
    """The choices of a pick `question` (Question) with these public ids, as a list of Choice. `values`: of str."""
    ids = [idea for idea in map(read, values[:MOST_VALUES]) if idea]
    if not ids:
        return []
    rows = Choice.objects.filter(question=question.pk, public_id__in=ids).select_related("picture")
    return sorted(rows, key=lambda choice: ids.index(choice.public_id))


def choices_of(ids):
    """The choices with these ids in their order, with pictures. `ids`: iterable of int. Returns a list of Choice."""
    ids = list(ids)
    rows = Choice.objects.select_related("picture").in_bulk(ids) if ids else {}
    return [rows[pk] for pk in ids if pk in rows]


def chosen_of(question, ids):
    """What was chosen in a `question` (Question with its choices), as a list of Choice. `ids`: of choices.

    What was put in order comes in that order.
    """
    if question.picks_ideas:
        return choices_of(ids)
    if question.puts_in_order:
        return sorted((c for c in question.choices.all() if c.pk in ids), key=lambda choice: ids.index(choice.pk))
    return [choice for choice in question.choices.all() if choice.pk in ids]
