"""What people told us, sent to a body that owes an answer; its answers; and handing on what is not theirs."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.bodies.permissions import serves
from engagement.record.flows import append

from ..models import Debt, DebtAnswer, Reply
from ..permissions import check_may_record, check_may_send, may_record
from .owing_faults import faults_of_answer, faults_of_sending
from .telling import tell_secretaries

DAYS_TO_ANSWER = 28
NOT_PUBLIC = "Publish this theme first. Then send it."
WAS_HANDED_ON = "This was handed on to another body. That body answers now."
IS_CONFIRMED = "The body has confirmed this already."
ENDS = {Reply.Answer.YES, Reply.Answer.SOME, Reply.Answer.NO, Reply.Answer.NOT_OURS}


@transaction.atomic
def send_theme(*, theme, body, due_on, by, at=None):
    """Send a published theme of *Tell us something* to a body, which from then on owes an answer.

    `theme`: Theme; `body`: Body; `due_on`: date by which it answers; `by`: User; `at`: datetime. Returns the Debt.
    Those who serve the body are told by email, but not of a day that has passed. Raises PermissionDenied, or
    ValidationError with a dict of fields.
    """
    check_may_send(by)
    if not theme.published_at:
        raise ValidationError(NOT_PUBLIC)
    sent_on = timezone.localdate(at or timezone.now())
    if errors := faults_of_sending(theme, body, due_on, sent_on):
        raise ValidationError(errors)
    debt = Debt.objects.create(theme=theme, body=body, due_on=due_on, sent_by=by, sent_on=sent_on)
    log(instance=theme, action="decisions.theme_sent", user=by, data={"body": body.slug})
    _record(debt, "theme.sent", sent_on, due=due_on.isoformat())
    _tell(debt)
    return debt


def _tell(debt):
    """Tell those who serve the body, once it is stored. What is written down for an earlier day tells nobody."""
    if debt.sent_on == timezone.localdate():
        transaction.on_commit(lambda: tell_secretaries(debt))


@transaction.atomic
def answer_debt(*, debt, by, answer, reason, role, answered_on, whose=None, answer_by=None, standard="", at=None):
    """Write down what a body answers to what people told us, and why. Answers are only added.

    `debt`: Debt; `by`: User, a secretary of the body, or the PMU for it (then not yet confirmed); `answer`: a
    Reply.Answer; `reason`: Easy Read; `role`: who answered, never a name; `answered_on`: date; `whose`: the Body that
    can answer, for *not ours*; `answer_by`: date, for *not yet*; `at`: datetime of writing it down.
    *Not ours* settles the debt and makes the next one. Returns the DebtAnswer. Raises PermissionDenied,
    ValidationError.
    """
    check_may_record(by, debt.body)
    debt = Debt.objects.select_for_update(of=("self",)).select_related("body", "theme__round").get(pk=debt.pk)
    values = {
        "answer": answer,
        "reason": reason.strip(),
        "standard": standard.strip(),
        "role": role.strip(),
        "answered_on": answered_on,
        "whose": whose if answer == Reply.Answer.NOT_OURS else None,
        "answer_by": answer_by if answer == Reply.Answer.NOT_YET else None,
    }
    if debt.last_answer and debt.last_answer.answer == Reply.Answer.NOT_OURS:
        raise ValidationError(WAS_HANDED_ON)
    if errors := faults_of_answer(debt, values):
        raise ValidationError(errors)
    at = at or timezone.now()
    confirmed = at if serves(by, debt.body) else None
    given = DebtAnswer.objects.create(debt=debt, recorded_by=by, recorded_at=at, confirmed_at=confirmed, **values)
    _settle(debt, given)
    log(instance=debt.theme, action="decisions.theme_answered", user=by, data={"answer": answer})
    _record(debt, "theme.answered", answered_on, answer=answer, confirmed=bool(confirmed))
    if given.whose:
        _hand_on(debt, given, by)
    return given


def _settle(debt, given):
    """An answer ends the debt; *not yet* moves its day and keeps it open."""
    debt.settled_on = given.answered_on if given.answer in ENDS else None
    debt.due_on = given.answer_by or debt.due_on
    debt.save(update_fields=["settled_on", "due_on"])


def _hand_on(debt, given, by):
    """Make the next debt, for the body whose it is; none when that body has this theme to answer already.

    It has as long as anybody else, and never a day earlier than the first body had.
    """
    waits = Debt.objects.waiting().filter(theme=debt.theme, body=given.whose)
    day = max(debt.due_on, given.answered_on + timedelta(days=DAYS_TO_ANSWER))
    if waits.exists():
        return
    later = Debt.objects.create(
        theme=debt.theme, body=given.whose, due_on=day, sent_on=given.answered_on, sent_by=by, came_from=debt
    )
    log(instance=debt.theme, action="decisions.theme_handed_on", user=by, data={"body": given.whose.slug})
    _record(later, "theme.handed_on", given.answered_on, due=day.isoformat(), came_from=str(debt.public_id))
    _tell(later)


@transaction.atomic
def confirm_debt_answer(*, given, by, at=None):
    """A secretary of the body says that an answer that the PMU wrote down is right. Returns the DebtAnswer.

    Raises PermissionDenied for anybody else, also for the PMU: only the body can say so.
    """
    body = given.debt.body
    if not (serves(by, body) and may_record(by, body)):
        raise PermissionDenied("Only a secretary of this body can confirm what it answered.")
    given.refresh_from_db(fields=["confirmed_at"], from_queryset=DebtAnswer.objects.select_for_update())
    if given.confirmed_at:
        raise ValidationError(IS_CONFIRMED)
    given.confirmed_at = at or timezone.now()
    given.save(update_fields=["confirmed_at"])
    log(instance=given.debt.theme, action="decisions.answer_confirmed", user=by)
    _record(given.debt, "theme.answer_confirmed", timezone.localdate(given.confirmed_at))
    return given


def _record(debt, fact, day, **facts):
    """Put on the record what happened to a debt: its public ids, never words."""
    data = {"theme": str(debt.theme.public_id), "body": str(debt.body.public_id)} | facts
    append(fact=fact, subject=debt.public_id, data=data, day=day, example=debt.theme.round.is_example)
