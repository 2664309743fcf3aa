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
        return how_many(self.object_list, LONGEST)

    @property
    def count(self):
        return min(self.found, LONGEST)

    @property
    def count_in_words(self):
        """The count as str, which says so when there are more."""
        return in_words(self.found, LONGEST)
