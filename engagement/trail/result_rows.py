"""What a public result is made of: a row with its count, a table of a split, a thing with the piles it was put in."""

from dataclasses import dataclass, field


@dataclass
class Row:
    """One choice and how many chose it. `also`: more that is counted of it, as Easy Read sentences."""

    label: str
    count: int
    icon: str = ""
    picture: object = None
    also: list = field(default_factory=list)


@dataclass
class Table:
    """One split that may be public: `columns` (list of str) and `rows` (list of (label, list of int))."""

    title: str
    columns: list
    rows: list
    first: str = "Answer"


@dataclass
class Thing:
    """One thing that people sorted. `choice`: Choice; `rows`: a Row for each pile, in the order of `PILES`."""

    choice: object
    rows: list


@dataclass
class Told:
    """What is public of one question beside its rows, by its kind.

    `first`: sentences before the rows. `not_sure`: how many are not sure of the whole question, where no row says so.
    `things`: list of Thing. `first_two`: dict of choice id to int. `bands`: keys of the rows of amounts (str), in their
    order.
    """

    rows: list = field(default_factory=list)
    first: list = field(default_factory=list)
    things: list = field(default_factory=list)
    first_two: dict = field(default_factory=dict)
    bands: list = field(default_factory=list)
    not_sure: int | None = None
