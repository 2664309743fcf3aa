"""Naming people as writers of a draft, by their consent, and taking the name away again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models import Writer
from ..permissions import check_may_publish

NEEDS_NAME = "Write the name as the person wants it to be shown."
NEEDS_HOW = "Write how the person said yes."
NOT_YET = "Choose today or a day before today."


@transaction.atomic
def add_writer(*, draft, name, how, by, on=None):
    """Name a person as a writer of a draft. `draft`: Draft; `name`, `how` they said yes: str; `by`: User; `on`: date.

    The name is in no history and on no record: it goes when the person says so. Returns the Writer.
    Raises PermissionDenied, ValidationError.
    """
    check_may_publish(by)
    today = timezone.localdate()
    if not name.strip():
        raise ValidationError({"name": NEEDS_NAME})
    if not how.strip():
        raise ValidationError({"how": NEEDS_HOW})
    if on and on > today:
        raise ValidationError({"on": NOT_YET})
    writer = Writer.objects.create(
        draft=draft, name=name.strip(), consent_how=how.strip(), agreed_on=on or today, recorded_by=by
    )
    log(instance=draft, action="shaping.writer_named", user=by)
    return writer


@transaction.atomic
def take_back_writer(*, writer, by):
    """Take a writer's name away, everywhere and for good. Twice is the same as once. `writer`: Writer; `by`: User."""
    check_may_publish(by)
    if writer.taken_back_on:
        return
    writer.name, writer.taken_back_on = "", timezone.localdate()
    writer.save(update_fields=["name", "taken_back_on"])
    log(instance=writer.draft, action="shaping.writer_gone", user=by)
