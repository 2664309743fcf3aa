"""What one row of a spreadsheet says to one question; or what is wrong with it, and in which column."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from engagement.polls.models import MOST_PICKS

from .. import supporting
from ..models import Answer
from ..said import WITHOUT_ANSWER, checked_state, clean_words
from .arranged import read_amount, read_order, read_pile
from .columns import plain
from .known import NO, YES, parts_of, said_instead
from .person import YES_OR_NO

State = Answer.State
NO_SUCH_CHOICE = "This is not one of the answers to this question."
NO_SUCH_IDEA = "We do not know this idea. Write its number, or its words."
TOO_MANY_IDEAS = f"This row has more than {MOST_PICKS} ideas. Only {MOST_PICKS} count."
NOT_ONLY_SUMMARY = "It says that these are the person’s words. But there is only a summary."
TOO_LONG = "These words are too long."


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


class AnswerReader:
    """Reads the answers to one `question` (Question). `known`: dict of str to Choice, by text and by number."""

    def __init__(self, question, known):
        self.question, self.known = question, known
        self.answer, self.summary = f"q:{question.public_id}", f"s:{question.public_id}"

    def read(self, row, provenance):
        """What a `row` (Row) says to it, as an Answered. `provenance`: whose words they are in this row (str)."""
        told, summary = row.cell(self.answer), row.cell(self.summary)
        state = said_instead(told, self.question)
        given = {"summary": clean_words(summary)} | ({} if state else self.given(row, told))
        if not state and not any(given.values()) and given.get("number") is None:
            return Answered(self.question, State.BLANK)
        if summary and not has_more(given) and provenance in supporting.PERSONS_OWN:
            row.say(row.place_of(self.summary), NOT_ONLY_SUMMARY)
        return self.checked(row, state, given)

    def given(self, row, told):
        """What a row says besides a summary, as a dict of Answered values. `told`: its cell (str)."""
        question, place = self.question, row.place_of(self.answer)
        if question.takes_number:
            return {"number": try_to(row, place, read_amount, question, told)}
        if question.sorts:
            piles = self.piles(row)
            return {"piles": piles, "choices": list(piles)}
        if question.puts_in_order:
            return {"choices": try_to(row, place, read_order, parts_of(told, self.known), self.known) or []}
        if question.has_choices:
            return {"choices": self.chosen(row, told)}
        return {"words": clean_words(row.exactly(place))}

    def piles(self, row):
        """In which pile a row puts each thing, as a dict of Choice to Pile."""
        found = {}
        for choice in self.question.choices.all():
            target = f"c:{choice.public_id}"
            if pile := try_to(row, row.place_of(target), read_pile, row.cell(target)):
                found[choice] = pile
        return found

    def chosen(self, row, told):
        """The choices that a row names in one column, and those with a yes in a column of their own."""
        found = [self.known.get(plain(part)) for part in (parts_of(told, self.known) if told else [])]
        if None in found:
            row.say(row.place_of(self.answer), NO_SUCH_IDEA if self.question.picks_ideas else NO_SUCH_CHOICE)
        if self.question.picks_ideas:  # never a column of its own for each idea
            return list(dict.fromkeys(choice for choice in found if choice))
        ticked = [choice for choice in self.question.choices.all() if is_ticked(row, choice)]
        return list(dict.fromkeys([choice for choice in [*found, *ticked] if choice]))

    def checked(self, row, state, given):
        """An Answered with the state that the rules of answering give it. `given`: dict of Answered values."""
        told = {"choices": [], "words": ""} | given
        if self.question.picks_ideas and len(told["choices"]) > MOST_PICKS:
            row.say(row.place_of(self.answer), TOO_MANY_IDEAS)
            return Answered(self.question, State.BLANK)
        try:
            state = checked_state(self.question, state=state, **told)
        except ValidationError as refusal:
            sentence = TOO_LONG if refusal.code in ("words", "summary") else refusal.messages[0]
            row.say(row.place_of(self.answer), sentence)
            return Answered(self.question, State.BLANK)
        return Answered(self.question, state) if state in WITHOUT_ANSWER else Answered(self.question, state, **told)


def try_to(row, place, read, *args):
    """What `read` finds in the column at `place` (int or None), or None when it refuses and that is said."""
    try:
        return read(*args)
    except ValidationError as refusal:
        row.say(place, refusal.messages[0])


def is_ticked(row, choice):
    """Whether the column of one `choice` (Choice) says yes, or the choice itself as some tools write it."""
    target = f"c:{choice.public_id}"
    said = plain(row.cell(target))
    if said and said not in YES and said not in NO and said != plain(choice.text):
        row.say(row.place_of(target), YES_OR_NO)
    return said in YES or (bool(said) and said == plain(choice.text))


def has_more(given):
    """Whether a row says more to a question than a summary. `given`: dict of Answered values. Returns bool."""
    return given.get("number") is not None or any(given.get(name) for name in ("words", "choices"))
