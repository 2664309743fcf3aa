"""Looking at a picture and listening to a sound, before anybody else can see or hear it (DESIGN.md 6.4, Q6)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from easyread.signals import content_changed
from engagement.voices.flows.changing import locked
from engagement.voices.models import Attachment

from ..permissions import check_may_read
from .reading import NEEDS_REASON, TAKEN_BACK

State = Attachment.State
GONE = "The person took this away. You cannot look at it now."
NOT_READY = "This is not ready yet. Please look again later."
NEEDS_WORDS = "Write down what is said, or what there is to see. People who cannot hear or see it need that."


@transaction.atomic
def look_at(*, attachment, by, may_show, words="", reason="", at=None):
    """Keep that somebody looked at a picture or listened to a sound, and whether it may be shown. Again: it is changed.

    `attachment`: Attachment of an answer. `by`: User. `may_show`: bool. `words`: what is said in it or what there is to
    see, written by staff and always told apart from the person's words (Q6); needed when it is shown. `reason`: why it
    is not shown. `at`: datetime, for earlier. Returns the Attachment. Raises PermissionDenied, ValidationError.
    """
    check_may_read(by)
    if locked(attachment.answer.voice).taken_back_at:
        raise ValidationError(TAKEN_BACK)
    row = Attachment.objects.select_for_update(of=("self",)).filter(pk=attachment.pk).first()
    if row is None:
        raise ValidationError(GONE)
    if not row.is_ready:
        raise ValidationError(NOT_READY)
    words, reason = words.strip(), reason.strip()
    if may_show and not words:
        raise ValidationError({"words": NEEDS_WORDS})
    if not may_show and not reason:
        raise ValidationError({"reason": NEEDS_REASON})
    row.state, row.words, row.reason = State.MAY_SHOW if may_show else State.NOT_SHOWN, words, reason
    row.read_by, row.read_at = by, at or timezone.now()
    row.save()
    content_changed.send(sender=Attachment)
    log(instance=row.answer, action="heard.looked", user=by, data={"may_show": may_show, "kind": row.kind})
    return row
