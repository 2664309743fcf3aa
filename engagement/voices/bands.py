"""Amounts in bands, so that no amount of few people is shown (3.9, P1). Pure functions; docs/counting.md has the proof.

Amounts are counted between the steps of one ladder, which is the same for every question. Neighbouring steps are put
together from below until a quarter of all amounts, and never fewer than 8, are in a band. What is left at the top
belongs to the last band. So a band holds many steps, and what each of those holds can be several numbers; or it is one
step that 8 or more people stand on.
"""

from itertools import accumulate

from .small_numbers import SMALL_NUMBER

TENS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8)
LADDER = (
    *range(11),
    *(int(step * ten) for ten in (10, 100, 1_000, 10_000, 100_000) for step in TENS if step * ten > 10),
    1_000_000,
)
ABOVE = "above"  # what is more than the last step
STEPS = (*map(str, LADDER), ABOVE)
PARTS = 4  # into how many bands amounts are put, where there are enough of them


def edges_of(amounts, small=SMALL_NUMBER, steps=STEPS):
    """Where the bands of some amounts end, the last one left out, as a list of steps (str).

    `amounts`: dict of step (str) to how many gave an amount up to it, and above the step before (int). An empty list
    says that there is but one band, so that nothing may be shown of the amounts.
    """
    total = sum(amounts.values())
    enough = max(small, -(-total // PARTS))
    edges, held, left = [], 0, total
    for step in steps[:-1]:
        held += amounts.get(step, 0)
        if held >= enough:
            left -= held
            edges, held = [*edges, step], 0
    # A band has its end only where a whole band comes after it: what is left over is a part of the last one.
    return edges if left >= enough else edges[:-1]


def in_bands(amounts, edges, steps=STEPS):
    """How many amounts are in each band: a list of int, one more than there are `edges` (list of str).

    `amounts`: as for `edges_of`.
    """
    places = [steps.index(edge) for edge in edges]
    counts = [0] * (len(edges) + 1)
    for step, count in amounts.items():
        counts[sum(steps.index(step) > place for place in places)] += count
    return counts


def public_bands(amounts, edges, small=SMALL_NUMBER, steps=STEPS):
    """The bands that may be shown, as `in_bands`; an empty list when there is but one, or one of them is small."""
    counts = in_bands(amounts, edges, steps) if edges else []
    return counts if all(count >= small for count in counts) else []


def middle_of(counts):
    """In which band the middle amount is (int). `counts`: list of int, as `public_bands` gives them."""
    total = sum(counts)
    return next(place for place, sofar in enumerate(accumulate(counts)) if 2 * sofar >= total)
