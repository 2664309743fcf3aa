"""What a person pressed and typed on a question's page, for every kind of question (docs/questions.md)."""

from django.core.exceptions import ValidationError

from .keys import turn_of
from .models import Answer, AnswerChoice
from .picking import GONE as IDEA_GONE
from .picking import picked_choices
from .said import BOTH, NOT_A_CHOICE

State = Answer.State
Pile = AnswerChoice.Pile
INSTEAD = {State.NOT_SURE: "I am not sure", State.NOT_SAID: "I do not want to say"}
ICONS = {"yes": "thumb-up", "no": "thumb-down", "same": "same", "not_sure": "not-sure"}  # where the bank has no picture
PUT, AGAIN = "put", "again"  # a press on one thing to put it in order; a press on "Start again"


class Pressed:
    """One answer as it came from the page. `question`: Question with its choices. `data`: the form's QueryDict.

    `prefix`: what the names of the fields begin with, where several questions stand on one page.
    """

    def __init__(self, question, data, prefix=""):
        self.question, self.data, self.prefix = question, data, prefix
        self.put = self.one("put")
        self.values = self.put_values(data.getlist(f"{prefix}choice"))
        self.words, self.number = self.one("words"), self.one("number")
        self.put_piles = self.find_piles()
        self.found = self.find()
        self.choices = [choice for choice in self.found if choice.ended_at is None]  # an idea may have been taken down

    def one(self, name):
        """What came in one field (str)."""
        return self.data.get(f"{self.prefix}{name}", "")

    @property
    def go(self):
        """Which button was pressed (str): a thing to put in order, or where to go."""
        return PUT if self.put else self.data.get("go", "next")

    def put_values(self, values):
        """`values` (list of str) after the press on a thing: it comes last, or is taken out. A list of str."""
        values = list(dict.fromkeys(values))
        if not self.put or not self.question.puts_in_order:
            return values
        if self.put == AGAIN:
            return []
        return [value for value in values if value != self.put] + ([self.put] if self.put not in values else [])

    def find_piles(self):
        """What was chosen for each thing, as a dict of Choice to str; only where people sort."""
        if not self.question.sorts or self.put == AGAIN:
            return {}
        piles = {choice: self.one(f"pile-{choice.public_id}") for choice in self.question.choices.all()}
        return {choice: pile for choice, pile in piles.items() if pile}

    def find(self):
        """The choices that were ticked, put in order or sorted, as a list of Choice."""
        if self.question.picks_ideas:
            return picked_choices(self.question, self.values)
        if self.question.sorts:
            return list(self.put_piles)
        found = [choice for choice in self.question.choices.all() if str(choice.public_id) in self.values]
        in_order = self.question.puts_in_order
        return sorted(found, key=lambda c: self.values.index(str(c.public_id))) if in_order else found

    @property
    def is_empty(self):
        """Whether nothing was chosen and nothing typed."""
        return not (self.values or self.words.strip() or self.number.strip() or self.put_piles)

    def answer(self):
        """What was given, as arguments of `flows.save_answer`. Returns a dict."""
        return {"choices": self.choices, "words": self.words, "number": self.number, "piles": self.put_piles}

    def state(self):
        """What was pressed in place of an answer: an Answer.State, or "". Nonsense raises ValidationError."""
        known = {str(choice.public_id) for choice in self.found} | set(INSTEAD)
        if not set(self.values) <= known or not set(self.put_piles.values()) <= set(Pile.values):
            raise ValidationError(NOT_A_CHOICE, code="choice")
        if len(self.choices) < len(self.found):
            raise ValidationError(IDEA_GONE, code="choice")
        instead = [state for state in INSTEAD if state in self.values]
        gave = self.choices or self.words.strip() or self.number.strip() or len(instead) > 1
        if State.NOT_SAID in instead and gave:
            raise ValidationError(BOTH, code="choice")
        return instead[0] if instead else ""


def places_turned(question, key):
    """By how many places the written choices of a `question` (Question) are turned for one person: int, or None.

    `key`: the draft's (str). What authors wrote is turned round; yes, no, faces and "I am not sure" keep their places,
    and where nothing turns there is nothing to tell (Q3).
    """
    plain = [choice for choice in question.choices.all() if not choice.meaning] if question.turns else []
    return turn_of(key, question) % len(plain) if plain else None


def turned(question, key):
    """A question's choices in the order for one person. `key`: the draft's (str). Returns a list of Choice."""
    choices = list(question.choices.all())
    turn = places_turned(question, key)
    if not turn:
        return choices
    plain = [choice for choice in choices if not choice.meaning]
    return plain[turn:] + plain[:turn] + [choice for choice in choices if choice.meaning]
