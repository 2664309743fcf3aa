"""What was given to one question, cleaned: words, choices in their order, piles, a number, and whose words they are."""

from dataclasses import dataclass, field
from decimal import Decimal

from .amounts import checked_number
from .said import WITHOUT_ANSWER, checked_provenance, checked_state, clean_words

NOTHING_ARRANGED = {"choice_ids": [], "piles": {}, "number": None}


@dataclass
class Given:
    """One answer before it is stored, for every kind of question (docs/questions.md).

    `choices`: Choice rows, in the order in which they were put. `piles`: dict of Choice to Pile, where people sort.
    `number`: Decimal, read and checked. `turned`: by how many places the choices were turned on the page (Q3).
    `summary`: a supporter's own words, apart from the person's (3.2). `provenance`: "" for as the whole voice.
    """

    choices: list = field(default_factory=list)
    words: str = ""
    summary: str = ""
    provenance: str = ""
    number: Decimal | None = None
    piles: dict = field(default_factory=dict)
    turned: int | None = None

    @classmethod
    def of(cls, question, *, choices=(), piles=None, number=None, state="", printed=False, **told):
        """What was given to a `question` (Question), cleaned. Raises ValidationError when a part cannot be read.

        `number`: as it was typed (str), int or Decimal; not read when the question is left out with `state`.
        `printed`: it was said on paper. `told`: words, summary, provenance, turned.
        """
        piles = dict(piles or {})
        left_out = state in WITHOUT_ANSWER
        return cls(
            choices=list(choices) or list(piles),
            piles=piles,
            number=None if left_out else checked_number(question, number, printed=printed),
            words=clean_words(told.get("words", "")),
            summary=clean_words(told.get("summary", "")),
            provenance=checked_provenance(told.get("provenance", "")),
            turned=told.get("turned"),
        )

    @property
    def is_empty(self):
        """Whether the person chose, sorted and typed nothing."""
        return not (self.choices or self.words or self.number is not None)

    def checked_state(self, question, state, **more):
        """Its Answer.State, or ValidationError when it cannot be one. `more`: as in `said.checked_state`."""
        parts = {name: getattr(self, name) for name in ("choices", "words", "summary", "number", "piles")}
        return checked_state(question, state=state, **parts, **more)

    def told(self):
        """What goes into a row whatever the state: the words, whose they are, how the page was turned. A dict."""
        return {name: getattr(self, name) for name in ("words", "summary", "provenance", "turned")}

    def written(self, state):
        """What an Answer row of this `state` keeps of it, without how the page was turned. Returns a dict."""
        if state in WITHOUT_ANSWER:
            return {"state": state}
        names = ("words", "summary", "provenance", "number")
        return {"state": state, **{name: getattr(self, name) for name in names}}

    def arranged(self):
        """What was chosen, as a draft keeps it: ids in their order, piles by id, and the number. A dict."""
        return {
            "choice_ids": [choice.pk for choice in self.choices],
            "piles": {str(choice.pk): str(pile) for choice, pile in self.piles.items()},
            "number": self.number,
        }
