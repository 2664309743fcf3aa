"""What an answer is, before it is stored: its state, its choices and its words, checked against the question."""

import re

from django.core.exceptions import ValidationError

from engagement.polls.models import MOST_PICKS

from .amounts import NO_NUMBER
from .models import Answer, AnswerChoice
from .models.voices import Provenance

State = Answer.State
Pile = AnswerChoice.Pile

MOST_WORDS = 5000  # characters in one answer
WITHOUT_ANSWER = (State.SKIPPED, State.NOT_SAID, State.BLANK, State.UNREADABLE)
NO_CHOICE = "Choose your answer. Or press Skip."
NO_WORDS = "Type your words. Or press Skip."
ONE_ONLY = "Choose 1 answer only."
NOT_A_CHOICE = "Choose 1 of the answers on this page."
TOO_LONG = "Your words are too long. Please make them shorter."
SUMMARY_TOO_LONG = "Your summary is too long. Please make it shorter."
NOT_SENSITIVE = "Choose your answer. Or press Skip."
BOTH = "You gave an answer and chose “I do not want to say”. Please choose 1 of them."
CHANGED_MEANWHILE = "We changed a vote while you were answering. Please choose there again."
NOT_SAVED = "We could not save. Your answers are still here. Please press the button again."
NOT_SENT = "We could not save. Your answers are still here. Please press Send again."
ENDED = "We do not ask this question any more."
GONE = "You have sent or cleared these answers already."
TOO_FAST = "That was very fast. Your answers are still here. Please press Send again."
NOTHING_SAID = "You have not answered a question yet. Please answer 1 question first."
TOO_MANY_PICKS = "You picked {count} ideas. Please pick 3 ideas at most."
NO_ORDER = "Press the thing that you like best. Or press Skip."
NO_PILE = "Choose an answer for 1 thing or more. Or press Skip."
BOTH_NOT_SURE = "You gave an answer and chose “I am not sure”. Please choose 1 of them."
NO_PICK = "Pick 1 idea or more. Or press Skip."


def clean_words(words):
    """People's words as they typed them (str). Line ends are made alike, and signs that no database keeps go.

    Nothing but spaces is no words.
    """
    words = re.sub(r"\r\n?", "\n", words or "").replace("\x00", "")
    return words if words.strip() else ""


def checked_state(
    question, *, choices, words, state, summary="", printed=False, attached=False, number=None, piles=None
):
    """The state of an answer to `question` (Question), or ValidationError when it cannot be one.

    `choices`: list of Choice. `words`, and a supporter's `summary`: str. `state`: what the person pressed, "" for
    Next. `printed`: it was said on paper, where what has ended since still stands. `attached`: a picture or a
    sound was given, which needs no words. `number`: Decimal or None, read and inside of its limits. `piles`: dict of
    Choice to Pile. Returns an Answer.State.
    """
    if len(words) > MOST_WORDS:
        raise ValidationError(TOO_LONG, code="words")
    if len(summary) > MOST_WORDS:
        raise ValidationError(SUMMARY_TOO_LONG, code="summary")
    if state == State.NOT_SAID and not (question.sensitive or printed):
        raise ValidationError(NOT_SENSITIVE, code="choice")
    if state in WITHOUT_ANSWER:
        return State(state)
    check_choices(question, choices, printed)
    check_piles(question, choices, piles or {})
    if state == State.NOT_SURE and (number is not None or (choices and is_arranged(question))):
        raise ValidationError(BOTH_NOT_SURE, code="number" if question.takes_number else "choice")
    if not (choices or words or summary or attached or number is not None) and state != State.NOT_SURE:
        raise ValidationError(nothing_given(question), code="number" if question.takes_number else "choice")
    if choices:
        return State.NOT_SURE if all(choice.meaning == "not_sure" for choice in choices) else State.ANSWERED
    return State.NOT_SURE if state == State.NOT_SURE else State.ANSWERED


def is_arranged(question):
    """Whether people put things in order or sort them in a `question` (Question). Returns bool."""
    return question.puts_in_order or question.sorts


def nothing_given(question):
    """What is said to somebody who pressed Next and gave nothing to a `question` (Question). Returns str."""
    kind = question.Kind
    beside = {kind.PICK: NO_PICK, kind.ORDER: NO_ORDER, kind.SORT: NO_PILE, kind.NUMBER: NO_NUMBER}
    return beside.get(question.kind, NO_CHOICE if question.has_choices else NO_WORDS)


def checked_provenance(provenance):
    """Whose words one answer is (str), "" for as the whole voice. Raises ValidationError for anything else."""
    if provenance and provenance not in Provenance.values:
        raise ValidationError(NOT_A_CHOICE, code="provenance")
    return str(provenance)


def check_choices(question, choices, printed=False):
    """Raise ValidationError unless `choices` (list of Choice) are of `question`, still offered, and not too many.

    `printed`: they were ticked on paper, so what is no longer offered is taken.
    """
    if any(choice.question_id != question.pk or (choice.ended_at and not printed) for choice in choices):
        raise ValidationError(NOT_A_CHOICE, code="choice")
    if len(choices) > 1 and not question.takes_many:
        raise ValidationError(ONE_ONLY, code="choice")
    if question.picks_ideas and len(choices) > MOST_PICKS:
        raise ValidationError(TOO_MANY_PICKS.format(count=len(choices)), code="choice")


def check_piles(question, choices, piles):
    """Raise ValidationError unless every one of `choices` has a pile where people sort, and none has one elsewhere.

    `piles`: dict of Choice to Pile (str).
    """
    wanted = {choice.pk for choice in choices} if question.sorts else set()
    if {choice.pk for choice in piles} != wanted or not set(piles.values()) <= set(Pile.values):
        raise ValidationError(NOT_A_CHOICE, code="choice")
