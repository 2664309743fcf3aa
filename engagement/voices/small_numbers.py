"""Which numbers may be public, so that nobody can be found in them (3.9, SEAMS.md Counting, P1). Pure functions.

Whole totals are exact, so that anyone can count again. A split of a total is public only as a whole table, and only
when every cell of it is 8 or more; then each cell is rounded to 5. A table with one small cell is not shown at all,
and nothing says which cell it was: with exact totals beside it, a single cell left out could be worked out.
docs/counting.md has the proof that no small cell can be pinned.
"""

from django.conf import settings

SMALL_NUMBER = max(settings.SMALL_NUMBER, 5)  # a site may hide more than the usual 8, and never fewer than 5
ROUND_TO = 5


def is_small(count, small=SMALL_NUMBER):
    """Whether `count` (int) is of so few that it must be hidden. Nobody at all is as small as one. Returns bool."""
    return count < small


def rounded(count, to=ROUND_TO):
    """`count` (int) to the nearest multiple of `to` (int); halves go up. Returns int."""
    return (count + to // 2) // to * to


def in_words(count, one="voice", many="voices", small=SMALL_NUMBER):
    """An exact count that stands alone, such as that of a theme: "12 voices", or "Fewer than 8 voices". Returns str."""
    if is_small(count, small):
        return f"Fewer than {small} {many}"
    return f"{count:,} {one if count == 1 else many}"


def public_split(table, small=SMALL_NUMBER):
    """A table of counts as it may be public, or None when it must be hidden whole.

    `table`: dict of row to dict of column to count (int). The rows must hold everybody once: the row of those who
    chose nothing belongs to it. A row without anybody is left out, because its exact total says 0 already.
    Returns a dict of the same shape with every cell rounded to 5, or None.
    """
    people = {row: cells for row, cells in table.items() if any(cells.values())}
    if not people or any(is_small(count, small) for cells in people.values() for count in cells.values()):
        return None
    return {row: {column: rounded(count) for column, count in cells.items()} for row, cells in people.items()}


def public_parts(parts, small=SMALL_NUMBER):
    """One total in its parts (dict of part to int), rounded to 5; None when one part is small."""
    shown = public_split({"all": parts}, small)
    return shown and shown["all"]


def with_complements(chosen, totals):
    """The tables of a question where people choose several: each choice beside all who did not choose it.

    `chosen`: dict of choice to dict of column to count. `totals`: dict of column to all voices. Returns tables
    for `public_split`; the question may be split only when all of them may.
    """
    return [
        {choice: cells, "not": {column: totals[column] - count for column, count in cells.items()}}
        for choice, cells in chosen.items()
    ]


def public_choices(chosen, totals, small=SMALL_NUMBER):
    """The split of a question where people choose several, or None when one cell or one complement is small."""
    shown = [public_split(table, small) for table in with_complements(chosen, totals)]
    if not shown or None in shown:
        return None
    return {choice: table.get(choice, dict.fromkeys(totals, 0)) for choice, table in zip(chosen, shown, strict=True)}


def public_hands(hands, people, *, several=False, small=SMALL_NUMBER):
    """The hands of one question as they may be public, or None when they must be hidden whole.

    `hands`: dict of choice to int, of all workshops that are named with their people. `people`: how many were in those
    workshops together, which is public and exact (int). `several`: whether one person may choose several. Returns a
    dict of choice to int rounded to 5, or to None for fewer than 8.

    Hands that stayed down are told nowhere, so a small number can mostly be anything from 0 on. Where it could not, as
    when all people chose one thing, no hands are shown (docs/counting.md, "Hands").
    """
    if is_small(people, small) or not any(hands.values()):
        return None
    ranges = {choice: hands_range(count, people, small) for choice, count in hands.items()}
    lows = sum(low for low, _ in ranges.values())
    for low, high in ranges.values():
        room = high if several else min(high, people - (lows - low))
        if room <= low:
            return None
    return {choice: None if is_small(count, small) else rounded(count) for choice, count in hands.items()}


def hands_range(count, people, small=SMALL_NUMBER):
    """Which numbers of hands would be shown as `count` (int) is: the lowest and the highest, as (int, int)."""
    if is_small(count, small):
        return 0, min(small - 1, people)
    shown = rounded(count)
    return max(small, shown - ROUND_TO // 2), min(shown + ROUND_TO // 2, people)
