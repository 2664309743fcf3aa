"""What an answer is, before it is stored: its state, its choices and its words, checked against the question."""

import re

from django.core.exceptions import ValidationError

from .models import Answer

State = Answer.State

MOST_WORDS = 5000  # characters in one answer
WITHOUT_ANSWER = (State.SKIPPED, State.NOT_SAID)
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
NOTHING_SAID = "You have not answered a question yet. Please answer 1 question first."


def clean_words(words):
    """People's words as they typed them (str). Line ends are made alike, and signs that no database keeps go.

    Nothing but spaces is no words.
    """
    words = re.sub(r"\r\n?", "\n", words or "").replace("\x00", "")
    return words if words.strip() else ""


def checked_state(question, *, choices, words, state, summary=""):
    """The state of an answer to `question` (Question), or ValidationError when it cannot be one.

    `choices`: list of Choice. `words`, and a supporter's `summary`: str. `state`: what the person pressed, "" for
    Next. Returns an Answer.State.
    """
    if len(words) > MOST_WORDS:
        raise ValidationError(TOO_LONG, code="words")
    if len(summary) > MOST_WORDS:
        raise ValidationError(SUMMARY_TOO_LONG, code="summary")
    if state == State.NOT_SAID and not question.sensitive:
        raise ValidationError(NOT_SENSITIVE, code="choice")
    if state in WITHOUT_ANSWER:
        return State(state)
    check_choices(question, choices)
    if not choices and not words and not summary and state != State.NOT_SURE:
        raise ValidationError(NO_CHOICE if question.has_choices else NO_WORDS, code="choice")
    if choices:
        return State.NOT_SURE if all(choice.meaning == "not_sure" for choice in choices) else State.ANSWERED
    return State.NOT_SURE if state == State.NOT_SURE else State.ANSWERED


def check_choices(question, choices):
    """Raise ValidationError unless `choices` (list of Choice) are of `question`, still offered, and not too many."""
    if any(choice.question_id != question.pk or choice.ended_at for choice in choices):
        raise ValidationError(NOT_A_CHOICE, code="choice")
    if len(choices) > 1 and not question.takes_many:
        raise ValidationError(ONE_ONLY, code="choice")
