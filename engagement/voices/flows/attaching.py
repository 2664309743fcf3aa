"""Answering with a picture, a sound or a film: kept when given, replaced, taken away, and sent (Q6)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from easyread import media
from easyread.media import waiting
from easyread.media.private import sweep

from ..attached import NOT_ASKED, takes
from ..limits import count_file
from ..models import Answer, Attachment, DraftAnswer, Voice, VoiceDraft
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
    values = kept(file, kind)  # it takes a while, so outside of the transaction
    try:
        row = store_attachment(draft, question, values)
    except BaseException:
        media.remove(values["file"])
        raise
    waiting.ask_for(row)
    row.refresh_from_db()  # opened at once where there is no worker
    return row


def kept(file, kind):
    """Keep an uploaded `file`, written anew, or for the worker to do so. Returns what its row holds (dict)."""
    if waiting.takes_long(file, kind):
        return waiting.keep_waiting(FOLDER, file, kind) | {"kind": kind}
    cleaned = media.clean(file, kind)
    return row_of(cleaned, media.keep(FOLDER, cleaned))


def check_may_attach(draft, question, kind, now):
    """Raise ValidationError unless a `kind` may be given to a `question` of a `draft` now."""
    check_may_answer(draft.round, now or timezone.now(), draft)
    if question.pk not in draft.question_ids or question.ended_at:
        raise ValidationError(ENDED, code="ended")
    if not takes(question, kind):
        raise ValidationError(NOT_ASKED, code="file")


@transaction.atomic
def store_attachment(draft, question, values):
    """Write the row of a kept file (dict) in the place of the one before. Returns the Attachment."""
    if not VoiceDraft.objects.filter(pk=draft.pk).update(saved_at=timezone.now()):
        raise ValidationError(GONE, code="gone")  # sent or cleared in another tab
    Attachment.objects.filter(draft=draft, question=question, kind=values["kind"]).delete()
    answer, made = DraftAnswer.objects.get_or_create(
        draft=draft, question=question, defaults={"state": Answer.State.ANSWERED}
    )
    if not made and answer.state in WITHOUT_ANSWER:
        DraftAnswer.objects.filter(pk=answer.pk).update(state=Answer.State.ANSWERED)
    return Attachment.objects.create(draft=draft, question=question, **values)


@transaction.atomic
def detach(*, draft, question, kind):
    """Take a picture, sound or film away before sending. Returns bool: whether there was one.

    A question that has nothing else for an answer is not answered any more.
    """
    gone, _ = Attachment.objects.filter(draft=draft, question=question, kind=kind).delete()
    if gone:
        forget_if_empty(draft, question)
    return bool(gone)


def forget_if_empty(draft, question):
    """Let a question be unanswered that has nothing for an answer."""
    if not Attachment.objects.filter(draft=draft, question=question, trouble="").exists():
        empty = {"words": "", "summary": "", "choice_ids": [], "number": None, "state": Answer.State.ANSWERED}
        DraftAnswer.objects.filter(draft=draft, question=question, **empty).delete()


@transaction.atomic
def after_opening(*, sender, row, **kwargs):
    """Once the worker opened a file, or could not: the commitment of a sent voice is another one now."""
    if row.answer_id:
        Voice.objects.filter(answers=row.answer_id).update(recorded=False)
    elif row.trouble:
        forget_if_empty(row.draft, row.question)


def clear_lost_files(*, now=None):
    """Remove files that no row names: what a killed process left behind, a day ago or longer. Returns int.

    A film that a killed worker left unopened is asked for again.
    """
    day = (now or timezone.now()) - timedelta(days=1)
    waiting.ask_again(Attachment)
    return sweep(FOLDER, set(Attachment.objects.values_list("file", flat=True)), day)
