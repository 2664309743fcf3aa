"""What a worker may know of who was heard so far: no number of fewer than 8 can be worked out (docs/numbers.md).

Pure functions. One table has one row for each target of one kind, and a rest of everybody else that is never shown.
A row says "fewer than 8", or its count rounded to 5. Whoever knows the exact total of the round as well must not be
able to work out a small row or a small rest. So a table is shown only

1. when the round has heard 16 people or more (twice the small number), and
2. when 8 people or more are left between the total and the least that the shown rows can be.

Both can be checked by anyone from what is shown, and where the table is hidden it tells nothing but that it is hidden.
"""

from dataclasses import dataclass

from .small_numbers import ROUND_TO, SMALL_NUMBER, is_small, rounded


@dataclass(frozen=True)
class Row:
    """One target and how it stands. `shown`: the rounded count, None for fewer than 8."""

    name: str
    hoped: int
    shown: int | None

    @property
    def state(self):
        """How it stands (str): "few", "some", "half" or "reached"."""
        if self.shown is None:
            return "few"
        if self.shown >= self.hoped:
            return "reached"
        return "half" if self.shown * 2 >= self.hoped else "some"


def shown_counts(counts, total, small=SMALL_NUMBER, to=ROUND_TO):
    """The counts of one table as a worker may see them, or None when the table must be hidden whole.

    `counts`: list of int, one for each target. `total`: int, everybody whom the round has heard. Returns a list of int
    (rounded) or None (fewer than `small`), in the same order.
    """
    shown = [None if is_small(count, small) else rounded(count, to) for count in counts]
    if total < 2 * small or total - sum(least(count, small, to) for count in shown) < small:
        return None
    return shown


def least(shown, small=SMALL_NUMBER, to=ROUND_TO):
    """The least that a count can be that is `shown` like this (int or None). Returns int."""
    return 0 if shown is None else max(small, shown - to // 2)


def most(shown, small=SMALL_NUMBER, to=ROUND_TO):
    """The most that a count can be that is `shown` like this (int or None). Returns int."""
    return small - 1 if shown is None else shown + (to - 1) // 2


def table_of(targets, counts, total):
    """The rows of one kind of target, those furthest from what is hoped first; None while they must be hidden.

    `targets`: list of Target of one kind. `counts`: dict of value to int. `total`: int.
    """
    shown = shown_counts([counts.get(target.value, 0) for target in targets], total)
    if shown is None:
        return None
    rows = [Row(target.name, target.hoped, count) for target, count in zip(targets, shown, strict=True)]
    return sorted(rows, key=lambda row: (row.shown or 0) / row.hoped)
