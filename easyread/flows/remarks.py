"""Answering what checkers said of a page, and clearing what a killed process left of their sounds."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..media.private import sweep
from ..models import PartCheck
from ..wording import errors_in_words
from .checks import FOLDER

NOT_YOURS = "Only those who may publish this page can answer its checkers."
NOT_SENT = "The checker has not finished yet. Wait until they send it."
NO_REMARK = "The checker found this part good. There is nothing to answer."
NEEDS_ANSWER = "Say what you changed. Or say why you did not change it."


@transaction.atomic
def answer_remark(*, remark, by, changed, words):
    """Answer what a checker found hard or wrong: what we changed, or why not. The checker sees it at the next check.

    `remark`: PartCheck; `changed`: bool; `words`: str in Easy Read. An answer can be written anew. Returns the
    PartCheck. Raises PermissionDenied, ValidationError.
    """
    remark = PartCheck.objects.select_for_update().select_related("page_check__revision").get(pk=remark.pk)
    page = remark.page_check.revision.content_object
    if not may_answer(by, page):
        raise PermissionDenied(NOT_YOURS)
    if remark.page_check.finished_at is None:
        raise ValidationError(NOT_SENT)
    if not remark.is_remark:
        raise ValidationError(NO_REMARK)
    if not words.strip():
        raise ValidationError({"words": NEEDS_ANSWER})
    if errors := errors_in_words(words, page.locale.language_code):
        raise ValidationError({"words": [f"“{error.text}”: {error.message}" for error in errors]})
    remark.changed, remark.answer, remark.answered_by = changed, words.strip(), by
    remark.answered_at = timezone.now()
    remark.save(update_fields=["changed", "answer", "answered_by", "answered_at"])
    log(instance=page, action="easyread.remark_answered", user=by, data={"part": remark.place, "answer": words.strip()})
    return remark


def may_answer(user, page):
    """Whether `user` (User) may answer the checkers of a `page` (Page): those who may publish it. Returns bool."""
    tester = page.specific.permissions_for_user(user)
    return tester.has_publish_right() if hasattr(tester, "has_publish_right") else tester.can_publish()


def clear_lost_check_sounds(*, now=None):
    """Remove sounds that no row names: what a killed process left behind, a day ago or longer. Returns int."""
    day = (now or timezone.now()) - timedelta(days=1)
    return sweep(FOLDER, set(PartCheck.objects.values_list("file", flat=True)), day)
