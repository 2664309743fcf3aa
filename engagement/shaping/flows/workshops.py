"""What happens after a workshop: its notes are read before everybody can see them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from easyread.wording import errors_in_words

from ..models import Workshop
from ..permissions import check_may_publish

NO_NOTES = "Write the notes first."
NOT_HELD = "The workshop is still to come. Read its notes afterwards."


@transaction.atomic
def read_notes(*, workshop, by):
    """Say that somebody read the notes of a workshop: now everybody can see them. `workshop`: Workshop; `by`: User.

    Returns the Workshop. Raises PermissionDenied, and ValidationError without notes or with words too hard.
    """
    check_may_publish(by)
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if not row.notes.strip():
        raise ValidationError(NO_NOTES)
    if row.held_on > timezone.localdate():
        raise ValidationError(NOT_HELD)
    if errors := errors_in_words(row.notes):
        raise ValidationError([f"“{error.text}”: {error.message}" for error in errors])
    row.notes_read_on = timezone.localdate()
    row.save(update_fields=["notes_read_on"])
    log(instance=row, action="shaping.notes_read", user=by)
    return row
