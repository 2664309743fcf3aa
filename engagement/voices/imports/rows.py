"""One row of a spreadsheet as what one person said; or what is wrong with it, and in which column."""

import hmac
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError

from .. import supporting
from ..about import WHO, speaking_of
from ..models import Answer, Consent
from ..models.voices import Speaking
from ..permissions import was_open_on
from ..said import WITHOUT_ANSWER, checked_state, clean_words
from .arranged import read_amount, read_order, read_pile
from .columns import NOT_A_DAY, NOT_OPEN, plain, read_day
from .known import PLACE_WORDS, WHO_WORDS, WHOSE, by_words, parts_of, said_instead

State = Answer.State
NO_SUCH_CHOICE = "This is not one of the answers to this question."
WHOSE_UNKNOWN = "We do not know whose words these are."
NO_WHOSE = "It does not say whose words these are."
WHO_UNKNOWN = "We do not know who this is."
PLACE_UNKNOWN = "We do not know this place."
YES_OR_NO = "Write yes or no."
NO_ID = "This row has no number. Each row needs its own."
SAME_ID = "A row above has the same number."
NOT_ONLY_SUMMARY = "It says that these are the person’s words. But there is only a summary."
MORE_CELLS = "This row has more cells than the file has columns."
TOO_LONG = "These words are too long."
YES, NO = ("yes", "y", "true", "1", "x", "ticked", "agree"), ("no", "n", "false", "0", "", "not ticked")


@dataclass
class Answered:
    """What one row says to one question."""

    question: object
    state: str
    choices: list = field(default_factory=list)
    words: str = ""
    summary: str = ""
    piles: dict = field(default_factory=dict)
    number: object = None


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
        self.questions = [question for question in questions if self.is_asked(question)]
        self.salt = f"{organisation.pk}:{round.public_id}"
        self.seen, self.ids, self.wrong = {}, set(), []
        self.choices = {question.pk: by_words(question) for question in self.questions}

    def is_asked(self, question):
        """Whether a column holds something of a `question` (Question)."""
        ticks = any(f"c:{choice.public_id}" in self.places for choice in question.choices.all())
        return ticks or any(f"{kind}:{question.public_id}" in self.places for kind in "qs")

    def read(self, number, cells):
        """One row as a RowSaid. What is wrong stands in `wrong`, and then the row is not to be used."""
        self.wrong, self.cells = [], cells
        if len(cells) > len(self.columns):
            self.say(None, MORE_CELLS)
        for place, cell in enumerate(cells):
            if str(place) in self.mapping and getattr(cell, "sentence", ""):
                self.say(place, cell.sentence)
        return RowSaid(
            number=number,
            key=self.key(),
            day=self.day(),
            provenance=(provenance := self.provenance()),
            who=self.who(),
            place=self.place(),
            consents=[kind for kind in Consent.Kind.values if self.agrees(kind)],
            answers=[self.answer(question, provenance) for question in self.questions],
        )

    def say(self, place, sentence):
        """Something is wrong in the column at `place` (int, or None for the whole row)."""
        told = (self.columns[place] if place is not None else "", sentence)
        if not any(column == told[0] for column, _ in self.wrong):
            self.wrong.append(told)

    def cell(self, target):
        """What the column with a `target` (str) says in this row, without spaces around it. Returns str."""
        place = self.places.get(target)
        return str(self.cells[place]).strip() if place is not None and place < len(self.cells) else ""

    def exactly(self, place):
        """What the column at `place` (int or None) says, every sign of it. Returns str."""
        return str(self.cells[place]) if place is not None and place < len(self.cells) else ""

    def key(self):
        """What makes the row the same in any file: its own number, or all that it says and how often that came."""
        if "row_id" in self.places:
            name = self.cell("row_id")
            if not name or name in self.ids:
                self.say(self.places["row_id"], SAME_ID if name else NO_ID)
            self.ids.add(name)
            told = f"id:{name}"
        else:
            said = "\x1f".join(self.exactly(place) for place in self.used)
            self.seen[said] = self.seen.get(said, 0) + 1
            told = f"row:{self.seen[said]}:{said}"
        return hmac.new(settings.SECRET_KEY.encode(), f"{self.salt}:{told}".encode(), "sha256").hexdigest()

    @property
    def used(self):
        """The places of the columns that are read, in order."""
        return sorted(int(place) for place in self.mapping)

    def day(self):
        """The day when the person answered (date), or None when it is wrong."""
        day = read_day(self.cell("date") or self.whole["date"])
        if day is None or not was_open_on(self.round, day):
            self.say(self.places.get("date"), NOT_A_DAY if day is None else NOT_OPEN)
        return day

    def provenance(self):
        """Whose words they are: a Provenance value, never guessed."""
        if "provenance" not in self.places:
            return self.whole["provenance"]
        said = plain(self.cell("provenance"))
        if found := WHOSE.get(said):
            return found
        self.say(self.places["provenance"], WHOSE_UNKNOWN if said else NO_WHOSE)
        return ""

    def who(self):
        """Who the person is: a list of Speaking values, from one column or several."""
        found = []
        for place in self.who_places:
            for part in parts_of(self.exactly(place), WHO_WORDS):
                if (value := WHO_WORDS.get(plain(part))) is None:
                    self.say(place, WHO_UNKNOWN)
                elif value != Speaking.NOT_SAID:
                    found.append(str(value))
        return [str(value) for value, _ in WHO if str(value) in found]

    def place(self):
        """Where the person lives, one of PLACES, or ""."""
        said = self.cell("place")
        found = PLACE_WORDS.get(plain(said), "")
        if said and not found:
            self.say(self.places["place"], PLACE_UNKNOWN)
        return found

    def agrees(self, kind):
        """Whether the person agrees to one thing, said by a yes. Anything else but a no is wrong."""
        said = plain(self.cell(f"consent:{kind}"))
        if said not in YES and said not in NO:
            self.say(self.places[f"consent:{kind}"], YES_OR_NO)
        return said in YES

    def answer(self, question, provenance):
        """What this row says to one question, as an Answered."""
        place = self.places.get(f"q:{question.public_id}")
        told, summary = self.cell(f"q:{question.public_id}"), self.cell(f"s:{question.public_id}")
        state = said_instead(told, question)
        given = {"summary": clean_words(summary)} | ({} if state else self.given(question, told, place))
        if not state and not any(given.values()) and given.get("number") is None:
            return Answered(question, State.BLANK)
        if summary and not has_more(given) and provenance in supporting.PERSONS_OWN:
            self.say(self.places[f"s:{question.public_id}"], NOT_ONLY_SUMMARY)
        return self.checked(question, place, state, given)

    def given(self, question, told, place):
        """What a row says to a `question` (Question) besides a summary, as a dict of Answered values."""
        if question.takes_number:
            return {"number": self.try_to(place, read_amount, question, told)}
        if question.sorts:
            piles = self.piles(question)
            return {"piles": piles, "choices": list(piles)}
        if question.puts_in_order:
            known = self.choices[question.pk]
            return {"choices": self.try_to(place, read_order, parts_of(told, known), known) or []}
        if question.has_choices:
            return {"choices": self.chosen(question, told, place)}
        return {"words": clean_words(self.exactly(place))}

    def try_to(self, place, read, *args):
        """What `read` finds in the column at `place` (int or None), or None when it refuses and that is said."""
        try:
            return read(*args)
        except ValidationError as refusal:
            self.say(place, refusal.messages[0])

    def piles(self, question):
        """In which pile a row puts each thing of a `question` (Question), as a dict of Choice to Pile."""
        found = {}
        for choice in question.choices.all():
            target = f"c:{choice.public_id}"
            if pile := self.try_to(self.places.get(target), read_pile, self.cell(target)):
                found[choice] = pile
        return found

    def checked(self, question, place, state, given):
        """An Answered with the state that the rules of answering give it. `given`: dict of Answered values."""
        told = {"choices": [], "words": ""} | given
        try:
            state = checked_state(question, state=state, **told)
        except ValidationError as refusal:
            self.say(place, TOO_LONG if refusal.code in ("words", "summary") else refusal.messages[0])
            return Answered(question, State.BLANK)
        return Answered(question, state) if state in WITHOUT_ANSWER else Answered(question, state, **told)

    def chosen(self, question, told, place):
        """The choices that a row names in one column, and those with a yes in a column of their own."""
        known = self.choices[question.pk]
        parts = parts_of(told, known) if question.has_choices and told else []
        found = [known.get(plain(part)) for part in parts]
        if None in found:
            self.say(place, NO_SUCH_CHOICE)
        ticked = [choice for choice in question.choices.all() if self.ticked(choice)]
        return list(dict.fromkeys([choice for choice in [*found, *ticked] if choice]))

    def ticked(self, choice):
        """Whether the column of one choice says yes, or the choice itself as some tools write it."""
        target = f"c:{choice.public_id}"
        said = plain(self.cell(target))
        if said and said not in YES and said not in NO and said != plain(choice.text):
            self.say(self.places[target], YES_OR_NO)
        return said in YES or (bool(said) and said == plain(choice.text))


def has_more(given):
    """Whether a row says more to a question than a summary. `given`: dict of Answered values. Returns bool."""
    return given.get("number") is not None or any(given.get(name) for name in ("words", "choices"))
