"""No small number of hands can be worked out from what is public (3.9, P1): every table that there can be."""

from collections import defaultdict
from itertools import product

import pytest

from engagement.voices.small_numbers import SMALL_NUMBER, is_small, public_hands


def test_12_people_are_shown_their_hands_about_10_and_fewer_than_8():
    assert public_hands({"yes": 9, "no": 3}, 12) == {"yes": 10, "no": None}
    assert public_hands({"bus": 12, "tram": 9}, 24, several=True) == {"bus": 10, "tram": 10}


def test_hands_are_hidden_whole_where_one_could_be_worked_out():
    """Of 8 people all 8 chose one thing: nobody chose the other. The same of 13, where "about 15" says all."""
    assert public_hands({"yes": 8, "no": 0}, 8) is None
    assert public_hands({"yes": 13, "no": 0}, 13) is None


def test_a_small_workshop_and_a_question_without_hands_show_nothing():
    assert public_hands({"yes": 5, "no": 2}, 7) is None
    assert public_hands({"yes": 0, "no": 0}, 40) is None


def tables(people, rows, several):
    """Every table of hands of so many people, with at least one hand, as tuples."""
    for cells in product(range(people + 1), repeat=rows):
        if any(cells) and (several or sum(cells) <= people):
            yield cells


def pinned(people, rows, several):
    """The small cells that only one number fits, by what everybody sees: the people and the public hands."""
    possible = defaultdict(lambda: [set() for _ in range(rows)])
    for cells in tables(people, rows, several):
        view = str(public_hands(dict(enumerate(cells)), people, several=several))
        for values, cell in zip(possible[view], cells, strict=True):
            values.add(cell)
    return [
        (view, place, values)
        for view, found in possible.items()
        for place, values in enumerate(found)
        if len(values) == 1 and is_small(min(values))
    ]


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize(("rows", "most"), [(2, 40), (3, 18)])
def test_no_view_pins_a_small_cell(rows, most, several):
    """All questions of a round share in public only how many people there were, so each is solved by itself."""
    assert [pinned(people, rows, several) for people in range(1, most + 1)] == [[]] * most


@pytest.mark.slow
@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize(("rows", "most"), [(2, 120), (3, 40), (4, 18)])
def test_no_view_pins_a_small_cell_in_larger_workshops(rows, most, several):
    assert not any(pinned(people, rows, several) for people in range(SMALL_NUMBER, most + 1))
