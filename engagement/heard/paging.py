"""Pages of lists that may be as long as people said things."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from .reports import how_many, in_words

A_PAGE = 25
LONGEST = 10_000  # rows of one list that have a page


class LongPaginator(Paginator):
    """Pages of a list of which the first LONGEST rows are counted and no more, so that the screen stays as quick (F7).

    What is beyond comes nearer as words are read and sorted; the count says that there is more.
    """

    def __init__(self, rows):
        super().__init__(rows, A_PAGE)

    @cached_property
    def found(self):
        """How many rows there are (int); LONGEST + 1 for any greater number."""
        rows = self.object_list
        return rows.how_many(LONGEST) if isinstance(rows, WorriesFirst) else how_many(rows, LONGEST)

    @property
    def count(self):
        return min(self.found, LONGEST)

    @property
    def count_in_words(self):
        """The count as str, which says so when there are more."""
        return in_words(self.found, LONGEST)


class WorriesFirst:
    """Two querysets of Answer as one list: those that hold a word that worries, then all others (3.6).

    It orders and leaves nothing out: every answer of `answers` is in one of the two. For LongPaginator.
    """

    def __init__(self, answers):
        self.first = answers.filter(worrying=True).order_by("given_at", "pk")
        self.rest = answers.filter(worrying=False)

    def how_many(self, most):
        """How many there are (int); one more than `most` (int) for any greater number."""
        return min(self.of_first + how_many(self.rest, most), most + 1)

    @cached_property
    def of_first(self):
        """How many are first (int)."""
        return how_many(self.first, LONGEST)

    def __getitem__(self, place):
        before = self.of_first
        found = list(self.first[place.start : min(place.stop, before)]) if place.start < before else []
        if place.stop > before:
            found += self.rest[max(place.start - before, 0) : place.stop - before]
        return found
