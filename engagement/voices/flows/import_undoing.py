"""Taking a whole imported spreadsheet back, with a reason, while nobody has read or changed anything of it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models import Answer, Import, Voice
from ..permissions import has_closed
from .importing import NOT_NOW, NOT_YOURS
from .taking_back import take_back
from .visiting import check_may_support

NO_REASON = "Say why you take it back."
WAS_READ = "Our staff have read some of it. You cannot take it back as a whole now."
WAS_CHANGED = "A person has changed their answers. You cannot take it back as a whole now."
CLOSED = "This has closed. You cannot take it back as a whole now."
State = Import.State


@transaction.atomic
def begin_undo(*, sheet, by, reason):
    """Ask to take back all that was made of a `sheet` (Import). `reason`: str. Returns the Import.

    Raises PermissionDenied; ValidationError without a reason, once something was read or changed, or it has closed.
    """
    sheet = Import.objects.select_for_update(of=("self",)).select_related("round", "organisation").get(pk=sheet.pk)
    if sheet.by_id != by.pk:
        raise PermissionDenied(NOT_YOURS)
    check_may_support(by, sheet.organisation)
    if sheet.state != State.DONE:
        raise ValidationError(NOT_NOW, code="not_now")
    if not reason.strip():
        raise ValidationError({"reason": NO_REASON})
    refuse_used(sheet)
    sheet.state, sheet.reason = State.UNDOING, reason.strip()[:200]
    sheet.save(update_fields=["state", "reason"])
    return sheet


def refuse_used(sheet):
    """Raise ValidationError when its round has closed, or somebody read or changed a voice of a `sheet` (Import)."""
    if has_closed(sheet.round):
        raise ValidationError(CLOSED, code="closed")
    voices = Voice.objects.filter(imported_row__of=sheet)
    if Answer.objects.filter(voice__in=voices, readings__isnull=False).exists():
        raise ValidationError(WAS_READ, code="read")
    if voices.exclude(changed_at=None).exists():
        raise ValidationError(WAS_CHANGED, code="changed")


@transaction.atomic
def undo_import(*, sheet):
    """Take back every voice of a `sheet` (Import). Its rows may be imported again then. Returns the Import."""
    sheet = Import.objects.select_for_update(of=("self",)).select_related("by", "round").get(pk=sheet.pk)
    if sheet.state != State.UNDOING:
        return sheet
    refuse_used(sheet)
    for voice in Voice.objects.filter(imported_row__of=sheet).order_by("pk"):
        take_back(voice=voice)
    sheet.made.all().delete()
    sheet.state, sheet.undone_at = State.UNDONE, timezone.now()
    sheet.save(update_fields=["state", "undone_at"])
    log(instance=sheet, action="voices.import_undone", user=sheet.by)
    return sheet
