"""The public results of the kinds that are more than a list of choices: order, sorting, amounts, A or B (Q3, Q7).

Each gives rows with whole totals (a Told) and the cells of its split. docs/counting.md says why no small number can be
worked out from them.
"""

from engagement.polls.models import Question
from engagement.voices.bands import STEPS, in_bands, middle_of, public_bands
from engagement.voices.models import Answer

from .amounts_in_words import band_in_words, middle_in_words
from .meanings import ICONS, PILE_WORDS, PILES
from .result_rows import Row, Thing, Told

Kind = Question.Kind
FIRST = "1"
TWO_FROM = 3  # so many things, and it is told which were among people's first 2
NO_AMOUNTS = ["Few people gave a number.", "We do not show the numbers.", "We do this so that nobody can be known."]
TURNED = "We changed the order of the 2 answers from person to person."
PLACES = "You see how many people put each thing first."
SORTED = "People said what they think of each thing."


def told_of(question, choices, counts):
    """What is public of a `question` (Question), as Told. `choices`: list of Choice; `counts`: Counts."""
    tell = {Kind.ORDER: in_order, Kind.SORT: sorted_things, Kind.NUMBER: amounts, Kind.EITHER: either}
    told = tell.get(question.kind, chosen)(question, choices, counts)
    if question.kind in (Kind.ORDER, Kind.SORT, Kind.NUMBER):
        told.not_sure = counts.states[question.pk, Answer.State.NOT_SURE].total
    return told


def chosen(question, choices, counts):
    """How many chose each of `choices`."""
    return Told(rows=[row(choice, counts.choices[choice.pk].total) for choice in choices])


def row(choice, count, also=()):
    """One choice as a Row."""
    return Row(choice.text, count, ICONS.get(choice.meaning, ""), choice.picture, list(also))


def either(question, choices, counts):
    """How many chose A, B, or are not sure; and that the order was turned (Q3)."""
    return Told(rows=chosen(question, choices, counts).rows, first=[TURNED])


def in_order(question, choices, counts):
    """How many put each thing first, and among their first 2; and what most people put first."""
    firsts = {choice.pk: counts.things[choice.pk, FIRST].total for choice in choices}
    two = {pk: first + counts.things[pk, "2"].total for pk, first in firsts.items()} if len(choices) >= TWO_FROM else {}
    rows = [row(c, firsts[c.pk], [in_first_two(two[c.pk])] if two else []) for c in choices]
    return Told(rows=rows, first=[*what_is_first(rows), PLACES], first_two=two)


def in_first_two(count):
    """How many put a thing first or second, as one sentence."""
    return f"{count:,} {'voice' if count == 1 else 'voices'} put this in their first 2."


def what_is_first(rows):
    """What most people put first, as a list of one Easy Read sentence; none when nobody put anything first."""
    most, total = max((row.count for row in rows), default=0), sum(row.count for row in rows)
    if not most:
        return []
    best = [f"“{row.label}”" for row in rows if row.count == most]
    if len(best) > 1:
        return [f"As many people put each of these first: {', '.join(best)}."]
    if 2 * most > total:
        return [f"Most people put this first: {best[0]}."]
    return [f"More people put this first than any other: {best[0]}."]


def sorted_things(question, choices, counts):
    """For each thing how many like it, are not sure, or do not like it."""
    things = [
        Thing(c, [Row(PILE_WORDS[p], counts.things[c.pk, p].total, icon) for p, icon in PILES.items()]) for c in choices
    ]
    return Told(things=things, first=[SORTED])


def amounts(question, choices, counts):
    """The middle amount, and how many gave an amount in each band; neither when few gave one (3.9)."""
    steps = steps_of(question, counts)
    edges = counts.bands.get(str(question.pk), [])
    bands = public_bands(steps, edges)
    if not bands:
        return Told(first=NO_AMOUNTS if any(steps.values()) else [])
    starts, ends = ["", *edges], [*edges, ""]
    rows = [Row(band_in_words(question, ends, place), count) for place, count in enumerate(bands)]
    middle = middle_in_words(question, ends, bands, middle_of(bands))
    return Told(rows=rows, first=[middle], bands=[f"{above}-{end}" for above, end in zip(starts, ends, strict=True)])


def steps_of(question, counts, part=None, column=None):
    """How many gave an amount on each step, as a dict. `part`, `column`: only those of one column of a split."""
    found = {}
    for step in STEPS:
        if (question.pk, step) in counts.amounts:
            split = counts.amounts[question.pk, step]
            found[step] = getattr(split, part)[column] if part else split.total
    return found


def cells_of_split(question, choices, counts, part, columns):
    """The rows of a question's split before anything is hidden, as a list of tables that must all be shown or none.

    `part`: "whose" or "speaking". `columns`: keys (str). A table: dict of (key, label) to dict of column to int.
    """

    def cells(split):
        return {column: getattr(split, part)[column] for column in columns}

    if question.kind == Kind.SORT:
        return [
            {(c.pk, f"{c.text}: {words}"): cells(counts.things[c.pk, p]) for p, words in PILE_WORDS.items()}
            for c in choices
        ]
    if question.kind == Kind.ORDER:
        return [{(c.pk, c.text): cells(counts.things[c.pk, FIRST]) for c in choices}]
    return [amount_cells(question, choices, counts, part, columns)]


def amount_cells(question, choices, counts, part, columns):
    """The split of amounts by the bands that are shown: one table, empty where none are."""
    edges, told = counts.bands.get(str(question.pk), []), amounts(question, choices, counts)
    split = {column: in_bands(steps_of(question, counts, part, column), edges) for column in columns}
    return {
        (place, row.label): {column: split[column][place] for column in columns} for place, row in enumerate(told.rows)
    }
