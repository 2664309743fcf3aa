"""What is wrong with sending a theme to a body, or with what a body answers: sentences beside fields."""

from datetime import timedelta

from django.utils import timezone

from easyread.wording import errors_in_words
from engagement.bodies.models import Body

from ..models import Debt, Reply

MOST_DAYS = 182  # nobody waits longer than half a year for a first answer
OWES_ALREADY = "This body has this theme already. It has not answered yet."
HAS_ENDED = "This body has ended. Choose another body."
NEEDS_BODY = "Say which body answers."
NEEDS_DAY = "Say by which day they answer."
TOO_EARLY = "Choose a day after today."
TOO_FAR = "People cannot wait so long. Choose a day in the next 6 months."
NEEDS_ANSWER = "Choose their answer."
NEEDS_REASON = "Say why in Easy Read. Everybody can read the reason."
NEEDS_ROLE = "Say who answered. Write a role and no name."
NEEDS_WHOSE = "Say which body can answer."
WHOSE_IS_ITSELF = "Choose another body. This is the body that was asked."
NOT_ANSWERED_YET = "Choose today or a day before today."
BEFORE_ASKED = "This day is before we asked them, or before their last answer."


def faults_of_sending(theme, body, due_on, sent_on):
    """What is wrong with sending a `theme` (Theme) to a `body` (Body), as a dict: name of the field → sentence."""
    if body is None:
        return {"body": NEEDS_BODY}
    if due_on is None:
        return {"due_on": NEEDS_DAY}
    if body.status == Body.Status.ENDED:
        return {"body": HAS_ENDED}
    if Debt.objects.waiting().filter(theme=theme, body=body).exists():
        return {"body": OWES_ALREADY}
    if not sent_on < due_on <= sent_on + timedelta(days=MOST_DAYS):
        return {"due_on": TOO_EARLY if due_on <= sent_on else TOO_FAR}
    return {}


def faults_of_answer(debt, values):
    """What is wrong with an answer, as a dict: name of the field → sentence or sentences."""
    answer, day = values["answer"], values["answered_on"]
    if answer not in Reply.Answer.values:
        return {"answer": NEEDS_ANSWER}
    errors = _faults_of_words(values["reason"], values["role"]) | _faults_of_answered_on(debt, day)
    if answer == Reply.Answer.NOT_OURS:
        errors |= _faults_of_whose(debt, values["whose"])
    if answer == Reply.Answer.NOT_YET:
        errors |= _faults_of_day(values["answer_by"], day)
    return errors


def _faults_of_words(reason, role):
    wrong = [f"“{error.text}”: {error.message}" for error in errors_in_words(reason)] if reason else NEEDS_REASON
    return ({"reason": wrong} if wrong else {}) | ({} if role else {"role": NEEDS_ROLE})


def _faults_of_answered_on(debt, day):
    if day is None or day > timezone.localdate():
        return {"answered_on": NOT_ANSWERED_YET}
    earlier = debt.last_answer.answered_on if debt.last_answer else debt.sent_on
    return {"answered_on": BEFORE_ASKED} if day < earlier else {}


def _faults_of_whose(debt, whose):
    if whose is None:
        return {"whose": NEEDS_WHOSE}
    if whose == debt.body:
        return {"whose": WHOSE_IS_ITSELF}
    return {"whose": HAS_ENDED} if whose.status == Body.Status.ENDED else {}


def _faults_of_day(answer_by, day):
    if answer_by is None:
        return {"answer_by": NEEDS_DAY}
    if day and answer_by <= day:
        return {"answer_by": TOO_EARLY}
    return {"answer_by": TOO_FAR} if day and answer_by > day + timedelta(days=MOST_DAYS) else {}
