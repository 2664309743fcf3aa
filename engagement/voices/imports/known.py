"""What may stand in a cell for a choice, a state, whose words they are, who somebody is, or a place. Pure functions."""

from .. import supporting
from ..about import PLACES, WHO
from ..models import Answer, EaseCount
from ..models.voices import Provenance, Speaking
from .columns import plain

State = Answer.State
NOT_SURE, NOT_SAID = ("i am not sure", "not sure", "i'm not sure"), ("i do not want to say", "prefer not to say")
YES, NO = ("yes", "y", "true", "1", "x", "ticked", "agree"), ("no", "n", "false", "0", "", "not ticked")
UNREADABLE = ("could not read", "we could not read it", "unreadable")


def by_words(question):
    """The choices of a `question` by what may stand for them: text, standard text, number. Dict of str to Choice.

    An idea to pick has the number that stands on its page, and not its place in a list.
    """
    found = {}
    for place, choice in enumerate(question.choices.all(), start=1):
        number = choice.sort_order if question.picks_ideas else place
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
    if said not in NOT_SURE:
        return ""
    is_choice = any(plain(choice.text) == said for choice in question.choices.all())  # then it is chosen as any other
    return "" if is_choice else State.NOT_SURE


def words_for(*tables):
    """What may stand for each value of some lists of (value, label): dict of str to value."""
    return {plain(text): value for table in tables for value, label in table for text in (value, label)}


WHOSE = words_for(Provenance.choices, supporting.WHOSE)
WHO_WORDS = words_for(WHO, [(value, label) for value, label in Speaking.choices if value != Speaking.SEVERAL])
PLACE_WORDS = {plain(place): place for place in PLACES}
EASE_WORDS = words_for(EaseCount.How.choices) | {"good": "easy", "ok": "some", "bad": "hard", "some of it": "some"}
