"""Answering with a picture or a sound: stored when it is given, replaced, taken away, and sent with the answer (Q6)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from easyread import media
from easyread.media.private import sweep

from ..attached import NOT_ASKED, takes
from ..limits import count_file
from ..models import Answer, Attachment, DraftAnswer, VoiceDraft
from ..permissions import check_may_answer
from ..said import ENDED, GONE, WITHOUT_ANSWER
from .attached_sent import FOLDER, row_of


def attach(*, draft, question, kind, file, address, now=None):
    """Keep a picture, sound or film as an answer to one question of an unsent voice; a new one replaces the old.

    `draft`: VoiceDraft. `question`: Question. `kind`: an Attachment.Kind. `file`: as it was uploaded; only what is
    seen and heard in it is kept. `address`: network address (str), for the limit. Returns the Attachment.
    Raises ValidationError, and then nothing is stored; OSError when there is no room.
    """
    check_may_attach(draft, question, kind, now)
    count_file(address, draft)
    cleaned = media.clean(file, kind)  # it takes a while, so outside of the transaction
    name = media.keep(FOLDER, cleaned)
    try:
        return store_attachment(draft, question, cleaned, name)
    except BaseException:
        media.remove(name)
        raise


def check_may_attach(draft, question, kind, now):
    """Raise ValidationError unless a `kind` may be given to a `question` of a `draft` now."""
    check_may_answer(draft.round, now or timezone.now(), draft)
    if question.pk not in draft.question_ids or question.ended_at:
        raise ValidationError(ENDED, code="ended")
    if not takes(question, kind):
        raise ValidationError(NOT_ASKED, code="file")


@transaction.atomic
def store_attachment(draft, question, cleaned, name):
    """Write the row of a kept file in the place of the one before. Returns the Attachment."""
    if not VoiceDraft.objects.filter(pk=draft.pk).update(saved_at=timezone.now()):
        raise ValidationError(GONE, code="gone")  # sent or cleared in another tab
    Attachment.objects.filter(draft=draft, question=question, kind=cleaned.kind).delete()
    answer, made = DraftAnswer.objects.get_or_create(
        draft=draft, question=question, defaults={"state": Answer.State.ANSWERED}
    )
    if not made and answer.state in WITHOUT_ANSWER:
        DraftAnswer.objects.filter(pk=answer.pk).update(state=Answer.State.ANSWERED)
    return Attachment.objects.create(draft=draft, question=question, **row_of(cleaned, name))


@transaction.atomic
def detach(*, draft, question, kind):
    """Take a picture, sound or film away before sending. Returns bool: whether there was one.

    A question that has nothing else for an answer is not answered any more.
    """
    gone, _ = Attachment.objects.filter(draft=draft, question=question, kind=kind).delete()
    if gone and not Attachment.objects.filter(draft=draft, question=question).exists():
        empty = {"words": "", "summary": "", "choice_ids": [], "state": Answer.State.ANSWERED}
        DraftAnswer.objects.filter(draft=draft, question=question, **empty).delete()
    return bool(gone)


def clear_lost_files(*, now=None):
    """Remove files that no row names: what a killed process left behind, a day ago or longer. Returns int."""
    day = (now or timezone.now()) - timedelta(days=1)
    return sweep(FOLDER, set(Attachment.objects.values_list("file", flat=True)), day)
