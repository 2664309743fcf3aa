"""One row of a spreadsheet as what one person said; or what is wrong with it, and in which column."""

import hmac
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError

from .. import supporting
from ..about import PLACES, WHO, speaking_of
from ..models import Answer, Consent
from ..models.voices import Provenance, Speaking
from ..permissions import was_open_on
from ..said import WITHOUT_ANSWER, checked_state, clean_words
from .columns import NOT_A_DAY, NOT_OPEN, plain, read_day

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
NOT_SURE, NOT_SAID = ("i am not sure", "not sure", "i'm not sure"), ("i do not want to say", "prefer not to say")
UNREADABLE = ("could not read", "we could not read it", "unreadable")
YES, NO = ("yes", "y", "true", "1", "x", "ticked", "agree"), ("no", "n", "false", "0", "", "not ticked")


@dataclass
class Answered:
    """What one row says to one question."""

    question: object
    state: str
    choices: list = field(default_factory=list)
    words: str = ""
    summary: str = ""


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
        choices = [] if state else self.chosen(question, told, place)
        words = "" if state or question.has_choices else clean_words(self.exactly(place))
        if not state and not choices and not words and not summary:
            return Answered(question, State.BLANK)
        if summary and not words and not choices and provenance in supporting.PERSONS_OWN:
            self.say(self.places[f"s:{question.public_id}"], NOT_ONLY_SUMMARY)
        return self.checked(question, place, state, choices, words, clean_words(summary))

    def checked(self, question, place, state, choices, words, summary):
        """An Answered with the state that the rules of answering give it."""
        try:
            state = checked_state(question, choices=choices, words=words, state=state, summary=summary)
        except ValidationError as refusal:
            self.say(place, TOO_LONG if refusal.code in ("words", "summary") else refusal.messages[0])
            return Answered(question, State.BLANK)
        without = state in WITHOUT_ANSWER
        return Answered(question, state, *([], "", "") if without else (choices, words, summary))

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


def by_words(question):
    """The choices of a `question` by what may stand for them: text, standard text, number. Dict of str to Choice."""
    found = {}
    for number, choice in enumerate(question.choices.all(), start=1):
        found.setdefault(str(number), choice)
    for choice in question.choices.all():
        for text in (choice.standard_text, choice.text):
            if text:
                found[plain(text)] = choice
    return found


def parts_of(text, known):
    """What a cell with several things names: the whole where it is known, else its parts. A list of str."""
    if not text.strip() or plain(text) in known:
        return [text] if text.strip() else []
    for sign in (";", "|", "\n", ","):
        if sign in text:
            return [part for part in text.split(sign) if part.strip()]
    return [text]


def said_instead(told, question):
    """What was said in place of an answer: an Answer.State value, or ""."""
    said = plain(told)
    if said in UNREADABLE:
        return State.UNREADABLE
    if said in NOT_SAID and question.sensitive:
        return State.NOT_SAID
    known = {plain(choice.text) for choice in question.choices.all()}
    return State.NOT_SURE if said in NOT_SURE and said not in known else ""


def words_for(*tables):
    """What may stand for each value of some lists of (value, label): dict of str to value."""
    return {plain(text): value for table in tables for value, label in table for text in (value, label)}


WHOSE = words_for(Provenance.choices, supporting.WHOSE)
WHO_WORDS = words_for(WHO, [(value, label) for value, label in Speaking.choices if value != Speaking.SEVERAL])
PLACE_WORDS = {plain(place): place for place in PLACES}
