"""How long checkers worked, so that they are paid: counted by the site, put right by the checker."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ..models import CheckSitting
from ..models.part_checks import MOST_MINUTES

BREAK = timedelta(minutes=10)  # a longer pause is a break, which is not counted
NOT_YOUR_TIME = "You can only put your own time right."
NEEDS_WHY = "Tell us why."
TOO_LONG = "Write a number of minutes from 0 to 600."


@transaction.atomic
def note_work(*, check, by, now=None):
    """A checker does something with a `check` (EasyReadCheck): their time goes on, or begins again after a break.

    One minute counts once: who goes from one page to another, or has both open, has sittings that follow each other.
    `now`: datetime, for tests. Returns the CheckSitting.
    """
    get_user_model()._default_manager.select_for_update().get(pk=by.pk)  # two screens at once
    now = now or timezone.now()
    last = CheckSitting.objects.filter(checker=by).order_by("-ended_at", "-pk").first()
    goes_on = bool(last and last.said_at is None and timedelta() <= now - last.ended_at <= BREAK)
    if goes_on and last.page_check_id == check.pk:
        last.ended_at = now
        last.save(update_fields=["ended_at"])
        return last
    began = last.ended_at if goes_on else now
    return CheckSitting.objects.create(
        page_check=check, title=check.revision.object_str[:255], checker=by, began_at=began, ended_at=now
    )


@transaction.atomic
def put_time_right(*, sitting, by, minutes, reason):
    """A checker says how long one sitting (CheckSitting) really was, and why. What the site counted stays beside it.

    `minutes`: int. Returns the CheckSitting. Raises PermissionDenied for another one's time, ValidationError.
    """
    sitting = CheckSitting.objects.select_for_update().get(pk=sitting.pk)
    if sitting.checker_id != by.pk:
        raise PermissionDenied(NOT_YOUR_TIME)
    if not 0 <= minutes <= MOST_MINUTES:
        raise ValidationError({"minutes": TOO_LONG})
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_WHY})
    sitting.minutes_said, sitting.reason, sitting.said_at = minutes, reason.strip(), timezone.now()
    sitting.save(update_fields=["minutes_said", "reason", "said_at"])
    return sitting
