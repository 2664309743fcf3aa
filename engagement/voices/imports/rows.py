"""One row of a spreadsheet as what one person said; or what is wrong with it, and in which column."""

import hmac
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from ..about import speaking_of
from ..models import Consent
from ..said import WITHOUT_ANSWER
from .answered import AnswerReader
from .known import by_words
from .person import agrees, day_of, ease_of, place_of, provenance_of, who_of
from .row import Row

NO_ID = "This row has no number. Each row needs its own."
SAME_ID = "A row above has the same number."
MORE_CELLS = "This row has more cells than the file has columns."


@dataclass
class RowSaid:
    """What one row says. `key`: 64 hexadecimal digits, the same for the same row in any file."""

    number: int
    key: str
    day: date
    provenance: str
    who: list
    place: str
    consents: list
    answers: list
    ease: str = ""

    @property
    def speaking(self):
        """Who is speaking (a Speaking)."""
        return speaking_of(self.who)

    @property
    def is_empty(self):
        """Whether nothing was answered in it."""
        return not any(answer.state not in WITHOUT_ANSWER for answer in self.answers)


class Reader:
    """Reads the rows of one import. `wrong`: list of (column, sentence) of the row that was read last."""

    def __init__(self, *, round, organisation, columns, mapping, questions):
        self.round, self.columns, self.mapping = round, columns, mapping["columns"]
        self.whole = mapping["whole"]
        self.places = {target: int(place) for place, target in self.mapping.items() if target != "who"}
        self.who_places = [int(place) for place, target in self.mapping.items() if target == "who"]
        asked = [question for question in questions if self.is_asked(question)]
        self.answers = [AnswerReader(question, by_words(question)) for question in asked]
        self.salt = f"{organisation.pk}:{round.public_id}"
        self.seen, self.ids, self.wrong = {}, set(), []

    def is_asked(self, question):
        """Whether a column holds something of a `question` (Question)."""
        ticks = any(f"c:{choice.public_id}" in self.places for choice in question.choices.all())
        return ticks or any(f"{kind}:{question.public_id}" in self.places for kind in "qs")

    def read(self, number, cells):
        """One row as a RowSaid. What is wrong stands in `wrong`, and then the row is not to be used."""
        row = Row(cells, columns=self.columns, places=self.places)
        self.wrong = row.wrong
        self.look_at_cells(row)
        provenance = provenance_of(row, whole=self.whole["provenance"])
        return RowSaid(
            number=number,
            key=self.key(row),
            day=day_of(row, round=self.round, whole=self.whole["date"]),
            provenance=provenance,
            who=who_of(row, self.who_places),
            place=place_of(row),
            consents=[kind for kind in Consent.Kind.values if agrees(row, kind)],
            answers=[reader.read(row, provenance) for reader in self.answers],
            ease=ease_of(row),
        )

    def look_at_cells(self, row):
        """Say in a `row` (Row) which cells cannot be read at all: formulas, faults, and more cells than columns."""
        if len(row.cells) > len(self.columns):
            row.say(None, MORE_CELLS)
        for place, cell in enumerate(row.cells):
            if str(place) in self.mapping and getattr(cell, "sentence", ""):
                row.say(place, cell.sentence)

    def key(self, row):
        """What makes a `row` (Row) the same in any file: its own number, or all it says and how often that came."""
        if "row_id" in self.places:
            told = f"id:{self.own_number(row)}"
        else:
            said = "\x1f".join(row.exactly(place) for place in self.used)
            self.seen[said] = self.seen.get(said, 0) + 1
            told = f"row:{self.seen[said]}:{said}"
        return hmac.new(settings.SECRET_KEY.encode(), f"{self.salt}:{told}".encode(), "sha256").hexdigest()

    def own_number(self, row):
        """The number that a `row` (Row) gives itself (str). One that is missing or came before is said."""
        name = row.cell("row_id")
        if not name or name in self.ids:
            row.say(row.place_of("row_id"), SAME_ID if name else NO_ID)
        self.ids.add(name)
        return name

    @property
    def used(self):
        """The places of the columns that are read, in order."""
        return sorted(int(place) for place in self.mapping)
