"""Nobody can be found in the numbers that workers see: every data set of up to 34 people, solved exactly (P1, 3.9)."""

import itertools

import pytest

from engagement.voices.hoped_for import Row, least, most, shown_counts

SMALL = 8  # the real size


def splits(total, parts):
    """Every way to put `total` people into `parts` cells."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, parts - 1):
            yield (first, *rest)


@pytest.mark.parametrize("total", range(35))
@pytest.mark.parametrize("targets", [1, 2, 3])
def test_no_small_number_can_be_pinned(total, targets):
    """For whoever knows the exact total: each small cell, also the rest, can be two things at least."""
    worlds = {}
    for cells in splits(total, targets + 1):  # the last is the rest, of which nothing is shown
        shown = shown_counts(list(cells[:-1]), total, SMALL)
        worlds.setdefault(shown and tuple(shown), []).append(cells)
    for shown, alike in worlds.items():
        for place in range(targets + 1):
            seen = {cells[place] for cells in alike}
            small = len(seen) == 1 and min(seen) < SMALL
            if small and total < 2 * SMALL and shown is None:
                continue  # the total alone says it: nothing is shown of so few
            assert not small or total == 0, (total, shown, place, alike)


def test_rounded_bounds_are_right():
    for count, small, to in itertools.product(range(60), (8,), (5,)):
        shown = shown_counts([count], 1000, small, to)[0]
        assert least(shown, small, to) <= count <= most(shown, small, to)


@pytest.mark.parametrize(
    "counts,total,shown",
    [
        ([7, 20], 60, [None, 20]),
        ([0, 13], 40, [None, 15]),
        ([13], 15, None),  # fewer than 16 in all
        ([40, 18], 60, None),  # who is not in a shown row would be 0, 1 or 2
        ([8], 16, [10]),
        ([], 16, []),
    ],
)
def test_what_is_shown(counts, total, shown):
    assert shown_counts(counts, total) == shown


@pytest.mark.parametrize(
    "shown,hoped,state", [(None, 5, "few"), (10, 40, "some"), (20, 40, "half"), (40, 40, "reached")]
)
def test_how_a_row_stands(shown, hoped, state):
    assert Row("Thanet", hoped, shown).state == state
