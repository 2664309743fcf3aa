"""Reading what was asked before anybody else can see it, and answering it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.record.flows import append

from ..models import BodyAnswer, BodyQuestion
from ..permissions import check_may_prepare
from .saying import write_down

TAKEN_BACK = "The person took this back."
READ_FIRST = "Read it first. Say if everybody may see it."
NEEDS_REASON = "Say why in one sentence."
NOT_BOTH = "Words that nobody may see cannot be shown in part. Choose one of the two."
NEEDS_ANSWER = "Write the answer in Easy Read."


def held(question):
    """A `question` (BodyQuestion) as it is now, held for this transaction. Raises ValidationError when taken back."""
    found = BodyQuestion.objects.select_for_update(of=("self",)).select_related("body", "meeting").get(pk=question.pk)
    if found.taken_back_at:
        raise ValidationError(TAKEN_BACK)
    return found


@transaction.atomic
def read_question(*, question, by, may_show, shown_words="", reason="", transcript="", at=None):
    """Say whether everybody may see what somebody asked. The words stay as they were written.

    `question`: BodyQuestion; `by`: User; `may_show`: bool; `shown_words`: without what must not be shown, "" for as
    written; `reason`: why words were taken out or are not shown; `at`: datetime. `transcript`: what is said in its
    sound, needed before everybody may see it. Returns the BodyQuestion.
    Raises PermissionDenied, or ValidationError with a dict of fields.
    """
    check_may_prepare(by, question.body)
    question, shown_words, reason = held(question), shown_words.strip(), reason.strip()
    if question.has_sound:
        write_down(question, transcript, by, may_show)
    shown_words = "" if shown_words == question.full_words.strip() else shown_words
    if shown_words and not may_show:
        raise ValidationError({"shown_words": NOT_BOTH})
    if (shown_words or not may_show) and not reason:
        raise ValidationError({"reason": NEEDS_REASON})
    was_shown = question.may_show
    question.may_show, question.shown_words, question.reason = may_show, shown_words, reason
    question.read_by, question.read_at = by, at or timezone.now()
    question.save()
    log(instance=question, action="bodies.question_read", user=by, data={"may_show": may_show})
    if may_show and not was_shown:
        record(question, "question.asked", timezone.localdate(question.read_at))
    return question


@transaction.atomic
def answer_question(*, question, by, plain, standard="", at=None):
    """Answer what somebody asked. Answers are only added: a later one puts an earlier one right.

    `question`: BodyQuestion that was read; `by`: User; `plain`: Easy Read; `standard`: str; `at`: datetime.
    Returns the BodyAnswer. A public answer stands on the record. Raises PermissionDenied, ValidationError.
    """
    check_may_prepare(by, question.body)
    question = held(question)
    if question.read_at is None:
        raise ValidationError(READ_FIRST)
    if not plain.strip():
        raise ValidationError({"plain": NEEDS_ANSWER})
    answer = BodyAnswer.objects.create(
        question=question,
        plain=plain.strip(),
        standard=standard.strip(),
        answered_by=by,
        answered_at=at or timezone.now(),
    )
    log(instance=question, action="bodies.question_answered", user=by)
    if question.may_show:
        record(question, "question.answered", timezone.localdate(answer.answered_at))
    return answer


def record(question, fact, day):
    """Put on the record that a public `question` (BodyQuestion) was asked or answered: of whom, at which meeting."""
    facts = {"body": str(question.body.public_id), "kind": question.kind}
    if question.meeting:
        facts["meeting"] = str(question.meeting.public_id)
    is_example = bool(question.meeting and question.meeting.is_example)
    append(fact=fact, subject=question.public_id, data=facts, day=day, example=is_example)
