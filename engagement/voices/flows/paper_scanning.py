"""The photo or scan of a paper form: written anew, kept in private, and gone on its day (3.5, 3.8)."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from easyread.media import clean, keep, remove

from ..models import PaperCopy, PaperScan
from ..paper.permissions import NOT_YOURS, own_entries

FOLDER = "paper-scans"
MOST_SCANS = 30
NO_FILE = "Choose a picture first."
TOO_MANY = f"There are {MOST_SCANS} pictures already. That is the most for 1 form."
NO_ENTRY = "Type in the form first. Then add its picture."


@transaction.atomic
def add_scan(*, copy, by, file, led=()):
    """Keep a picture of a form with its entry. `copy`: PaperCopy; `by`: User; `file`: an uploaded picture.

    `led`: organisations (Body) that the user leads. Returns the PaperScan. Raises PermissionDenied, ValidationError.
    """
    check_may_see(copy, by, led)
    if file is None:
        raise ValidationError(NO_FILE, code="file")
    if copy.scans.count() >= MOST_SCANS:
        raise ValidationError(TOO_MANY, code="file")
    cleaned = clean(file, "picture")
    name = keep(FOLDER, cleaned)
    try:
        until = timezone.localdate() + timedelta(days=settings.DAYS_TO_KEEP_A_SCAN)
        scan = PaperScan.objects.create(
            copy=copy, name=name, content_type=cleaned.content_type, added_by=by, keep_until=until
        )
    except BaseException:
        remove(name)
        raise
    log(instance=copy.voice, action="voices.scan_added", user=by)
    return scan


def check_may_see(copy, user, led):
    """Raise PermissionDenied unless `user` (User) may see what was typed of a form; ValidationError before that."""
    if copy.voice_id is None:
        raise ValidationError(NO_ENTRY, code="file")
    if not own_entries(user, led).filter(pk=copy.pk).exists():
        raise PermissionDenied(NOT_YOURS)


@transaction.atomic
def remove_scan(*, scan, by, led=()):
    """Remove a picture of a form before its day. Raises PermissionDenied."""
    check_may_see(scan.copy, by, led)
    forget([scan])
    log(instance=scan.copy.voice, action="voices.scan_removed", user=by)


@transaction.atomic
def remove_old_scans(*, today=None):
    """Remove every picture of a form whose day has come, and half-typed forms of rounds long closed. Returns int."""
    today = today or timezone.localdate()
    old = list(PaperScan.objects.filter(keep_until__lt=today))
    forget(old)
    clear_half_typed(today)
    return len(old)


def clear_half_typed(today):
    """Remove what was typed of forms that became no voice, so long after their round closed. The paper is there."""
    closed = Q(round__closes_on__lt=today - timedelta(days=settings.DAYS_TO_COME_BACK))
    PaperCopy.objects.filter(closed, voice=None).exclude(typed={}).update(typed={})


def forget_paper(voice):
    """Remove what paper holds of a `voice` (Voice) that is taken back: pictures, and words that wait to be settled."""
    copy = getattr(voice, "paper_copy", None)
    if copy is None:
        return
    forget(list(copy.scans.all()))
    check = getattr(copy, "check_of", None)
    if check:
        check.differences = [{"key": each["key"]} for each in check.differences]
        check.save(update_fields=["differences"])


def forget(scans):
    """Remove the rows of `scans` (list of PaperScan), and their files once that stands."""
    PaperScan.objects.filter(pk__in=[scan.pk for scan in scans]).delete()
    for scan in scans:
        transaction.on_commit(lambda name=scan.name: remove(name), robust=True)
