"""Amounts are shown in bands, and no small number can be worked out from them (3.9, P1)."""

from collections import defaultdict
from itertools import product

import pytest

from engagement.voices.bands import LADDER, STEPS, edges_of, in_bands, middle_of, public_bands


def test_the_ladder_goes_up():
    assert list(LADDER) == sorted(set(LADDER)) and len(STEPS) == len(LADDER) + 1


def test_a_quarter_of_all_is_in_a_band_and_never_fewer_than_8():
    amounts = {"5": 10, "10": 12, "15": 3, "20": 9, "above": 6}
    edges = edges_of(amounts)
    assert edges == ["5", "10"] and in_bands(amounts, edges) == [10, 12, 18]
    assert public_bands(amounts, edges) == [10, 12, 18]


@pytest.mark.parametrize("amounts", [{}, {"5": 7}, {"5": 15}, {"5": 8, "10": 7}, {"5": 7, "10": 8}, {"10": 100}])
def test_fewer_than_two_bands_show_nothing(amounts):
    """Neither 15 people, who make no two bands of 8, nor 100 who all said the same step."""
    assert edges_of(amounts) == [] and public_bands(amounts, []) == []


def test_a_band_that_became_small_hides_them_all():
    """A form that was put right after closing can leave 7 where 8 were (docs/counting.md)."""
    assert public_bands({"5": 7, "10": 9}, ["5"]) == []


def test_the_middle_is_in_the_band_where_half_is_reached():
    assert middle_of([10, 12, 18]) == 1
    assert middle_of([8, 8]) == 0
    assert middle_of([8, 20]) == 1


@pytest.mark.parametrize(("most", "steps", "small"), [(9, 4, 2), (9, 3, 3), (13, 4, 3), (8, 5, 2)])
def test_no_small_number_can_be_worked_out_from_any_data_set(most, steps, small):
    """Every count of amounts on a ladder of few steps: what everybody sees leaves 2 values for each small number."""
    ladder = (*map(str, range(steps - 1)), "above")
    seen = defaultdict(list)
    for counts in product(range(most + 1), repeat=steps):
        if sum(counts) <= most:
            amounts = dict(zip(ladder, counts, strict=True))
            edges = edges_of(amounts, small, ladder)
            shown = public_bands(amounts, edges, small, ladder)
            seen[sum(counts), tuple(edges), tuple(shown)].append(counts)
    assert any(shown for _, _, shown in seen)
    for (total, _, shown), possible in seen.items():
        for place in range(steps):
            values = {counts[place] for counts in possible}
            # With fewer amounts than one band needs, nothing is shown but how many there are, which is public.
            assert len(values) > 1 or values.pop() >= small or (not shown and total == 0)
