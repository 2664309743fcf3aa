"""No small number can be worked out from what is public (3.9, P1): examples, every small data set, and random ones."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.voices.small_numbers import (
    SMALL_NUMBER,
    in_words,
    is_small,
    public_choices,
    public_parts,
    public_split,
    rounded,
)


@pytest.mark.parametrize(("count", "words"), [(0, "Fewer than 8 voices"), (7, "Fewer than 8 voices"), (8, "8 voices")])
def test_a_count_under_8_is_said_in_words(count, words):
    assert in_words(count) == words


@pytest.mark.parametrize(("count", "near"), [(8, 10), (12, 10), (13, 15), (17, 15), (18, 20)])
def test_others_are_rounded_to_5(count, near):
    assert rounded(count) == near


def test_one_small_cell_hides_the_whole_table_so_that_complements_are_hidden_too():
    assert public_split({"yes": {"own": 20, "others": 7}, "no": {"own": 30, "others": 30}}) is None
    assert public_parts({"own": 20, "others": 0}) is None
    assert public_parts({"own": 21, "others": 9}) == {"own": 20, "others": 10}


def test_a_row_that_nobody_chose_hides_nothing():
    table = {"yes": {"own": 21, "others": 9}, "no": {"own": 0, "others": 0}}
    assert public_split(table) == {"yes": {"own": 20, "others": 10}}


def test_a_choice_almost_everybody_made_is_not_split():
    """Of 20 voices of others, 15 chose it; the 5 who did not would be known (complements, P1)."""
    assert public_choices({"bus": {"own": 20, "others": 15}}, {"own": 40, "others": 20}) is None
    assert public_choices({"bus": {"own": 20, "others": 10}}, {"own": 40, "others": 20}) == {
        "bus": {"own": 20, "others": 10}
    }


# --- Every data set there is, for a small threshold: what one public view leaves possible.


def tables(total, rows, columns):
    """Every table of `rows` by `columns` whose cells make `total`, as tuples of cells, row by row."""
    cells = rows * columns

    def fill(left, more):
        if more == 1:
            yield (left,)
            return
        for first in range(left + 1):
            for rest in fill(left - first, more - 1):
                yield (first, *rest)

    return fill(total, cells)


def view(cells, rows, columns, small):
    """What everyone sees of a table: each row's exact total, and both splits as far as they are public."""
    table = {r: {c: cells[r * columns + c] for c in range(columns)} for r in range(rows)}
    totals = {c: sum(table[r][c] for r in table) for c in range(columns)}
    return (
        tuple(sum(table[r].values()) for r in table),
        str(public_split(table, small)),
        str(public_parts(totals, small)),
    )


@pytest.mark.parametrize(
    ("total", "rows", "columns", "small"), [(9, 2, 2, 2), (13, 2, 2, 3), (9, 3, 2, 2), (13, 2, 3, 2)]
)
def test_no_view_pins_a_small_cell(total, rows, columns, small):
    possible = defaultdict(lambda: [set() for _ in range(rows * columns)])
    for cells in tables(total, rows, columns):
        for values, cell in zip(possible[view(cells, rows, columns, small)], cells, strict=True):
            values.add(cell)
    for (row_totals, *_), found in possible.items():
        for place, values in enumerate(found):
            if row_totals[place // columns]:  # the exact total of a row without anybody says 0 by itself
                assert len(values) > 1 or not is_small(min(values), small)


# --- Random data sets at the real threshold: several questions of the same voices, solved exactly.

row = st.tuples(st.integers(0, 40), st.integers(0, 40))


@st.composite
def rounds(draw):
    """A round: for each of up to 3 questions its rows (own, others), all of the same voices."""
    first = draw(st.lists(row, min_size=2, max_size=4))
    own, others = (sum(r[side] for r in first) for side in (0, 1))
    questions = [first]
    for _ in range(draw(st.integers(0, 2))):
        questions.append(list(zip(draw(parts_of(own)), draw(parts_of(others)), strict=True)))
    return own, others, questions


def parts_of(total):
    """`total` in 3 parts."""
    cuts = st.tuples(st.integers(0, total), st.integers(0, total)).map(sorted)
    return cuts.map(lambda c: (c[0], c[1] - c[0], total - c[1]))


def named(question):
    return {place: {"own": own, "others": others} for place, (own, others) in enumerate(question)}


def near(value):
    """The counts that are rounded to `value`."""
    return set(range(value - 2, value + 3))


class Solver:
    """All that can be known of one question's cells, when its own words are `t` of all."""

    def __init__(self, question, t):
        self.totals = [own + others for own, others in question]
        self.t = t
        self.shown = public_split(named(question))

    def cell(self, place):
        """The values that the cell (`place`, own) may have, as a set."""
        return {value for value in self.alone(place) if self.completes(place, value)}

    def alone(self, place):
        total = self.totals[place]
        values = set(range(total + 1))
        if self.shown is None or not total:
            return values
        cells = self.shown[place]
        return {
            v
            for v in values
            if v in near(cells["own"]) and total - v in near(cells["others"]) and min(v, total - v) >= SMALL_NUMBER
        }

    def completes(self, place, value):
        others = [other for other in range(len(self.totals)) if other != place]
        left = self.t - value
        ranges = {other: self.alone(other) for other in others}
        if not all(ranges.values()) or not sum(map(min, ranges.values())) <= left <= sum(map(max, ranges.values())):
            return False
        return self.shown is not None or self.may_be_hidden(place, value, others, left)

    def may_be_hidden(self, place, value, others, left):
        """Whether some table with this value is hidden: a small cell in a row with somebody, or nobody at all."""
        if not any(self.totals):
            return True
        if self.totals[place] and min(value, self.totals[place] - value) < SMALL_NUMBER:
            return True
        for other in others:
            room = sum(self.totals[o] for o in others if o != other)
            low, high = max(0, left - room), min(self.totals[other], left)
            if self.totals[other] and (low < SMALL_NUMBER or high > self.totals[other] - SMALL_NUMBER):
                return True
        return False


def possible_totals(own, others, questions):
    """Each number of own words that all public views of the round allow."""
    shown = public_parts({"own": own, "others": others})
    everybody = own + others
    for t in range(everybody + 1):
        fits = {"own": t, "others": everybody - t}
        if public_parts(fits) != shown:
            continue
        if all(Solver(question, t).cell(0) for question in questions):
            yield t


def check(own, others, questions):
    totals = list(possible_totals(own, others, questions))
    assert own in totals
    for question in questions:
        for place, (mine, theirs) in enumerate(question):
            if not mine + theirs:
                continue
            left = set().union(*(Solver(question, t).cell(place) for t in totals))
            assert mine in left
            small = min(mine, theirs) < SMALL_NUMBER
            assert len(left) > 1 or not small, (question, place, left)


@settings(max_examples=60, deadline=None)
@given(rounds())
def test_a_solver_pins_no_small_cell(data):
    check(*data)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(rounds())
def test_a_solver_pins_no_small_cell_in_10000_data_sets(data):
    check(*data)


def test_every_table_of_two_rows_and_few_voices():
    for cells in product(range(7, 11), repeat=4):
        own, others = cells[0] + cells[2], cells[1] + cells[3]
        check(own, others, [[(cells[0], cells[1]), (cells[2], cells[3])]])
