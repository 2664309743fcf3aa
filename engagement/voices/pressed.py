"""What a person pressed and typed on a question's page, and the same page's rows of choices."""

from django.core.exceptions import ValidationError

from engagement.polls.models import Question

from .keys import turn_of
from .models import Answer
from .picking import GONE as IDEA_GONE
from .picking import picked_choices
from .said import BOTH, NOT_A_CHOICE

State = Answer.State
INSTEAD = {State.NOT_SURE: "I am not sure", State.NOT_SAID: "I do not want to say"}
INSTEAD_ICONS = {State.NOT_SURE: "not-sure", State.NOT_SAID: "not-say"}
ICONS = {"yes": "thumb-up", "no": "thumb-down", "not_sure": "not-sure"}  # where the bank has no picture
TURNED = (Question.Kind.ONE, Question.Kind.SEVERAL)  # a scale is never turned round (Q3)


class Pressed:
    """One answer as it came from the page. `question`: Question with its choices. `data`: the form's QueryDict."""

    def __init__(self, question, data):
        self.question = question
        self.values = data.getlist("choice")
        self.words = data.get("words", "")
        self.found = self.find()
        self.choices = [choice for choice in self.found if choice.ended_at is None]  # an idea may have been taken down

    def find(self):
        """The choices that were ticked, as a list of Choice."""
        if self.question.picks_ideas:
            return picked_choices(self.question, self.values)
        return [choice for choice in self.question.choices.all() if str(choice.public_id) in self.values]

    @property
    def is_empty(self):
        """Whether nothing was chosen and nothing typed."""
        return not self.values and not self.words.strip()

    def state(self):
        """What was pressed in place of an answer: an Answer.State, or "". Nonsense raises ValidationError."""
        known = {str(choice.public_id) for choice in self.found} | set(INSTEAD)
        if not set(self.values) <= known:
            raise ValidationError(NOT_A_CHOICE, code="choice")
        if len(self.choices) < len(self.found):
            raise ValidationError(IDEA_GONE, code="choice")
        instead = [state for state in INSTEAD if state in self.values]
        if State.NOT_SAID in instead and (self.choices or self.words.strip() or len(instead) > 1):
            raise ValidationError(BOTH, code="choice")
        return instead[0] if instead else ""


def turned(question, key):
    """A question's choices in the order for one person. `key`: the draft's (str). Returns a list of Choice.

    Only what authors wrote is turned round; yes, no, faces and "I am not sure" keep their places.
    """
    choices = list(question.choices.all())
    if question.kind not in TURNED:
        return choices
    plain = [choice for choice in choices if not choice.meaning]
    turn = turn_of(key, question) % len(plain) if plain else 0
    return plain[turn:] + plain[:turn] + [choice for choice in choices if choice.meaning]


def options_of(question, *, key, chosen, words_of):
    """The rows of choices on a question's page, for components/choices.html. Returns a list of dict.

    `chosen`: set of str, the values that are chosen. `words_of`: gives a choice's words in the version that is read.
    """
    options = [choice_option(choice, words_of) for choice in turned(question, key)]
    states = [State.NOT_SAID] if question.sensitive else []
    if not question.has_choices:
        states = [State.NOT_SURE, *states]
    options += [instead_option(state) for state in states]
    return [{**option, "checked": option["value"] in chosen} for option in options]


def choice_option(choice, words_of):
    """One choice as a row: value, label, picture or icon, and meaning."""
    icon = "" if choice.picture else ICONS.get(choice.meaning, "")
    is_face = choice.question.kind == Question.Kind.FACES
    return {
        "value": str(choice.public_id),
        "label": words_of(choice),
        "picture": None if is_face else choice.picture,
        "icon": "" if is_face else icon,
        "meaning": choice.meaning,
    }


def instead_option(state):
    """ "I am not sure" or "I do not want to say" as a row."""
    meaning = "not_say" if state == State.NOT_SAID else "not_sure"
    return {"value": str(state), "label": INSTEAD[state], "icon": INSTEAD_ICONS[state], "meaning": meaning}
