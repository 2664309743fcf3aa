"""New words for a question that people have answered: one member of staff asks for them, a second one agrees.

The old words are kept and shown to everybody, with the new ones and why both mean the same.
"""

import json
from copy import deepcopy

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from easyread.flows import correct_page
from easyread.lists import site_lists
from easyread.rules import ERROR, check
from easyread.wording import errors_in_words
from engagement.proposals.models import RoundPage
from engagement.record.flows import append

from ..models import Question, QuestionCorrection
from ..wordings import changes, put_into, same_choices, wording_of_row
from .syncing import is_frozen

CORRECTED = "question.corrected"
NOT_YOURS = "Only those who may write this round can ask for new words."
NOT_TO_SETTLE = "Only those who may publish this round can agree to new words."
OWN = "You asked for these words yourself. A second person must look at them."
FROZEN = "People have voted here, so its words never change. End this question and ask a new one."
NOBODY = "Nobody has answered this question yet. Change it in the page."
ENDED = "This question is not asked any more."
NOT_LIVE = "People cannot see this round now. Change the question when they can."
WAITS = "New words for this question wait for a second person already."
SAME = "Nothing is different. Change a word, or leave it as it is."
CHOICES_STAY = "The choices stay as they are. Only their words can change."
NEEDS_TEXT = "Write the question in Easy Read words."
NEEDS_WHY = "Say why the new words mean the same. Everybody can read it."
NOT_ASKED_BY_YOU = "Only the person who asked for these words can take them back."
NEEDS_NO = "Say why not. The person who asked reads it."
OLD = "The question has changed since. Say no to this, and ask again."
PUBLIC_REASON = "We changed the words of a question. It means the same."


@transaction.atomic
def ask_correction(*, question, by, later, why):
    """Ask for new words for an answered `question` (Question): a second person must agree before anybody sees them.

    `later`: a wording (dict, see wordings.py) with the same choices; `why`: why it means the same, in Easy Read for
    everybody. Returns the QuestionCorrection. Raises PermissionDenied, ValidationError.
    """
    question = Question.objects.select_for_update().get(pk=question.pk)
    page = RoundPage.objects.get(pk=question.round_id)
    if not may_ask(by, page):
        raise PermissionDenied(NOT_YOURS)
    refuse_unfit(question, page)
    if question.corrections.waiting().exists():
        raise ValidationError(WAITS)
    earlier = wording_of_row(question)
    if not same_choices(earlier, later):
        raise ValidationError(CHOICES_STAY)
    if not changes(earlier, later):
        raise ValidationError(SAME)
    refuse_words(later, why)
    correction = QuestionCorrection.objects.create(
        question=question, earlier=earlier, later=later, why=why.strip(), asked_by=by
    )
    log(instance=page, action="polls.correction_asked", user=by, data={"question": earlier["text"]})
    return correction


@transaction.atomic
def agree_correction(*, correction, by):
    """A second person agrees: the question's row, the live page and its newest draft get the new words at once.

    The page goes to the Easy Read checkers again, as after every change of a live page. Returns the
    QuestionCorrection. Raises PermissionDenied, ValidationError.
    """
    correction, page = look_again(correction, by)
    refuse_unfit(correction.question, page)
    if wording_of_row(correction.question) != correction.earlier:
        raise ValidationError(OLD)
    settle(correction, by, QuestionCorrection.State.AGREED)
    show_with_question(correction)
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    words = "\n".join([PUBLIC_REASON, correction.why])
    correct_page(page=page, revision=reworded_version(page, correction, by), reason=words, by=by)
    if draft:
        reworded_version(draft, correction, by)
    data = {"before": correction.earlier["text"], "now": correction.later["text"], "why": correction.why}
    append(fact=CORRECTED, subject=page.public_id, data=data, example=page.is_example)
    log(instance=page, action="polls.correction_made", user=by, data={"question": correction.later["text"]})
    return correction


@transaction.atomic
def refuse_correction(*, correction, by, refusal):
    """A second person says no, and why (`refusal`, str for staff): the question stays as it is.

    Returns the QuestionCorrection. Raises PermissionDenied, ValidationError.
    """
    correction, page = look_again(correction, by)
    if not refusal.strip():
        raise ValidationError({"refusal": NEEDS_NO})
    settle(correction, by, QuestionCorrection.State.REFUSED, refusal.strip())
    log(instance=page, action="polls.correction_refused", user=by, data={"question": correction.earlier["text"]})
    return correction


@transaction.atomic
def take_correction_back(*, correction, by):
    """The person who asked for new words takes them back: the question stays as it is, and somebody may ask again.

    `by`: User, also one who may not write the round any more. Returns the QuestionCorrection. Raises PermissionDenied
    for anybody else, ValidationError once a second person has looked at it.
    """
    correction = QuestionCorrection.objects.select_for_update().select_related("question").get(pk=correction.pk)
    if correction.asked_by_id != by.pk:
        raise PermissionDenied(NOT_ASKED_BY_YOU)
    refuse_settled(correction)
    settle(correction, None, QuestionCorrection.State.TAKEN_BACK)
    page = RoundPage.objects.get(pk=correction.question.round_id)
    log(instance=page, action="polls.correction_taken_back", user=by, data={"question": correction.earlier["text"]})
    return correction


def may_ask(user, page):
    """Whether `user` (User) may ask for new words in a round (RoundPage): those who may change it. Returns bool."""
    return page.permissions_for_user(user).can_edit()


def may_settle(user, page):
    """Whether `user` (User) may agree to new words in a round: those who may publish it. Returns bool."""
    return page.permissions_for_user(user).has_publish_right()


def refuse_unfit(question, page):
    """Raises ValidationError when this way is not for a `question`: nobody answered, people voted, or it has ended."""
    if question.ended_at:
        raise ValidationError(ENDED)
    if is_frozen(question):
        raise ValidationError(FROZEN)
    if not page.live:
        raise ValidationError(NOT_LIVE)
    if not question.answers.exists():
        raise ValidationError(NOBODY)


def refuse_words(later, why):
    """Raises ValidationError for new words, or a `why`, that the Easy Read rules find wrong, beside their fields."""
    if not later["text"].strip():
        raise ValidationError({"text": NEEDS_TEXT})
    if not why.strip():
        raise ValidationError({"why": NEEDS_WHY})
    lists = site_lists()
    wrong = {"text": check(later["text"], question=True, lists=lists), "help": check(later["help"], lists=lists)}
    wrong |= {f"choice-{choice['id']}": check(choice["text"], lists=lists) for choice in later["choices"]}
    wrong["why"] = errors_in_words(why)
    found = {name: [p for p in problems if p.level == ERROR] for name, problems in wrong.items()}
    errors = {name: [f"“{p.text}”: {p.message}" for p in problems] for name, problems in found.items() if problems}
    if errors:
        raise ValidationError(errors)


def look_again(correction, by):
    """The `correction` and its round as the database has them, for a second person `by` (User)."""
    correction = QuestionCorrection.objects.select_for_update().select_related("question").get(pk=correction.pk)
    page = RoundPage.objects.select_for_update(of=("self",)).get(pk=correction.question.round_id)
    if not may_settle(by, page):
        raise PermissionDenied(NOT_TO_SETTLE)
    if correction.asked_by_id == by.pk:
        raise ValidationError(OWN)
    refuse_settled(correction)
    return correction, page


def refuse_settled(correction):
    """Raises ValidationError when a `correction` does not wait any more."""
    if correction.state != QuestionCorrection.State.WAITING:
        raise ValidationError(f"{correction.get_state_display()}.")


def settle(correction, by, state, refusal=""):
    """Keep what became of a `correction`. `by`: the second person (User), or None when it was taken back."""
    correction.state, correction.settled_by, correction.refusal = state, by, refusal
    correction.settled_at = timezone.now()
    correction.save(update_fields=["state", "settled_by", "settled_at", "refusal"])


def show_with_question(correction):
    """Keep what an agreed `correction` changed with its question, where pages that show the question find it (F2)."""
    question = correction.question
    day = timezone.localdate(correction.settled_at).isoformat()
    words = changes(correction.earlier, correction.later)
    question.put_right = [*question.put_right, {"day": day, "why": correction.why, "changes": words}]
    question.save(update_fields=["put_right"])


def reworded_version(page, correction, by):
    """A new version of a `page` (RoundPage as it is written) with the new words. Returns the Revision."""
    raw = deepcopy(list(page.questions.raw_data))
    page.questions = json.dumps(put_into(raw, correction.question.public_id, correction.later))
    return page.save_revision(user=by)
