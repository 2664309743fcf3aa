"""Taking a picture, a sound or a film away after sending: at any time, because it is the person's own (3.7)."""

from django.db import transaction
from django.utils import timezone

from easyread.signals import content_changed

from ..models import Answer, Attachment, Voice
from .changing import locked
from .erasing import empty_log


@transaction.atomic
def remove_attachment(*, attachment, now=None):
    """Take a picture, a sound or a film away, and its file. The words stay. Twice is the same as once.

    `attachment`: Attachment of an answer. Its commitment changes, so the record gets a new fact (SEAMS.md).
    """
    answer = attachment.answer
    voice = locked(answer.voice)
    gone, _ = Attachment.objects.filter(pk=attachment.pk).delete()
    if not gone:
        return
    Answer.objects.filter(pk=answer.pk).update(attached=answer.attachments.exists())
    Voice.objects.filter(pk=voice.pk).update(recorded=False, changed_at=now or timezone.now())
    content_changed.send(sender=Attachment)
    transaction.on_commit(empty_log, robust=True)
