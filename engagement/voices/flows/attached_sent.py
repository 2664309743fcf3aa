"""What was given with an answer, from sending on: it goes where the answer goes, and ends with it (Q6)."""

from django.db import transaction

from easyread import media

from ..models import Answer, Attachment, Voice
from ..said import WITHOUT_ANSWER

FOLDER = "answers"  # of the private storage


@transaction.atomic
def give_attachment(*, answer, cleaned):
    """Keep a `cleaned` file (Cleaned) with an `answer` (Answer) that stands already. Returns the Attachment.

    For what comes another way than by the pages of answering, such as the made-up programme.
    """
    name = media.keep(FOLDER, cleaned)
    row = Attachment.objects.create(answer=answer, question=answer.question, **row_of(cleaned, name))
    Answer.objects.filter(pk=answer.pk).update(attached=True)
    Voice.objects.filter(pk=answer.voice_id).update(recorded=False)  # its commitment is another one now
    return row


def row_of(cleaned, name):
    """What an Attachment keeps of a `cleaned` file (Cleaned) with this `name` in the storage. Returns a dict."""
    return {
        "kind": cleaned.kind,
        "file": name,
        "content_type": cleaned.content_type,
        "sha256": cleaned.sha256,
        "bytes": len(cleaned.data),
        "seconds": cleaned.seconds,
        "width": cleaned.width,
        "height": cleaned.height,
    }


def send_attachments(draft, answers):
    """Move what hangs on a `draft` to its `answers` (list of Answer); of questions that were left out it is removed."""
    by_question = {answer.question_id: answer for answer in answers if answer.attached}
    for row in Attachment.objects.filter(draft=draft):
        if row.question_id in by_question and not row.trouble:
            row.draft, row.answer = None, by_question[row.question_id]
            row.save(update_fields=["draft", "answer"])
        else:
            row.delete()


def carry_over(old, new):
    """Let a changed answer keep what was given with the one before; who leaves the question out takes it away.

    `old`, `new`: Answer. Both in the transaction of the change.
    """
    rows = Attachment.objects.filter(answer=old)
    if new.state in WITHOUT_ANSWER:
        rows.delete()
    elif rows.update(answer=new):
        new.attached = True
        new.save(update_fields=["attached"])
    Answer.objects.filter(pk=old.pk).update(attached=False)


def forget_attachments(voice):
    """Remove every file of a `voice` (Voice) that was taken back, also of its older answers."""
    Attachment.objects.filter(answer__voice=voice).delete()
    Answer.objects.filter(voice=voice, attached=True).update(attached=False)
