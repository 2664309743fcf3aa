"""A worker brings in a spreadsheet: it is kept, its columns are named, every row is looked at, then all are made."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..imports.columns import checked_mapping, shape_of
from ..imports.looking import MOST_PROBLEMS, look_at
from ..imports.sheets import head_of
from ..models import ColumnMapping, Import, ImportFile, ImportProblem
from ..permissions import had_opened, has_closed
from ..picking import with_ideas
from .closing import forget_counts
from .erasing import empty_log
from .import_rows import add_row_voices
from .visiting import check_may_support

NOT_YOURS = "You can open your own spreadsheets only."
NOT_NOW = "This was done already, or it is being done now."
NOT_OPENED = "This is not open yet. You cannot bring in answers now."
STILL_WRONG = "Something in the file is wrong. Nothing was made."
NOTHING_NEW = "There is nothing new in this file. Nothing was made."
SAME_FILE = "You have brought in this file already. Nothing was made twice."
State = Import.State


@transaction.atomic
def upload_sheet(*, round, organisation, by, name, data):
    """Keep a spreadsheet privately until it is imported. `name`: of the file (str); `data`: bytes. Returns the Import.

    Raises PermissionDenied; ValidationError for a file that cannot be read, or was imported already.
    """
    check_may_support(by, organisation)
    if not round.live or not had_opened(round, timezone.localdate()):
        raise ValidationError(NOT_OPENED, code="not_open")
    seal = hashlib.sha256(data).hexdigest()
    same = Import.objects.filter(round=round, organisation=organisation, file_hash=seal, state=State.DONE)
    if same.exists():
        raise ValidationError(SAME_FILE, code="same")
    columns, below = head_of(data)
    made = Import.objects.create(
        round=round,
        organisation=organisation,
        by=by,
        name=name[-120:] or "file",
        file_hash=seal,
        columns=columns,
        examples=[[str(cell)[:60] for cell in cells] for cells in below],
    )
    ImportFile.objects.create(of=made, data=data)
    return made


@transaction.atomic
def name_columns(*, sheet, by, mapping):
    """Say what the columns of a `sheet` (Import) are; the organisation need not say it again for the same shape.

    `mapping`: dict with "columns" (place → target) and "whole" (provenance, channel, date). Raises ValidationError.
    """
    sheet = own(sheet, by, State.COLUMNS, State.CHECKED)
    sheet.mapping = checked_mapping(mapping, sheet.columns, questions_of(sheet.round), sheet.round)
    sheet.state = State.CHECKING
    sheet.save(update_fields=["mapping", "state"])
    ColumnMapping.objects.update_or_create(
        organisation=sheet.organisation,
        round=sheet.round,
        shape=shape_of(sheet.columns),
        defaults={"columns": sheet.columns, "mapping": sheet.mapping},
    )
    return sheet


@transaction.atomic
def check_sheet(*, sheet):
    """Look at every row of a `sheet` (Import): what would be made, what is wrong and where. Nothing is made.

    Returns the Import, with its counts and its first problems as rows.
    """
    sheet = Import.objects.select_for_update(of=("self",)).select_related("round", "organisation").get(pk=sheet.pk)
    if sheet.state != State.CHECKING:
        return sheet
    looked = look_at(sheet, questions_of(sheet.round))
    keep_look(sheet, looked)
    sheet.state = State.CHECKED
    sheet.save()
    return sheet


def keep_look(sheet, looked):
    """Put what was seen (Look) on a `sheet` (Import)."""
    sheet.problems.all().delete()
    ImportProblem.objects.bulk_create(
        ImportProblem(of=sheet, row=row, column=column[:120], sentence=sentence[:255])
        for row, column, sentence in looked.problems[:MOST_PROBLEMS]
    )
    sheet.rows, sheet.new, sheet.known = looked.rows, len(looked.new), looked.known
    sheet.empty, sheet.wrong = looked.empty, looked.wrong


@transaction.atomic
def begin_import(*, sheet, by):
    """Press "Do it": from here on it is being done, once. Returns the Import. Raises ValidationError."""
    sheet = own(sheet, by, State.CHECKED)
    if sheet.wrong:
        raise ValidationError(STILL_WRONG, code="wrong")
    if not sheet.new:
        raise ValidationError(NOTHING_NEW, code="nothing")
    sheet.state = State.DOING
    sheet.save(update_fields=["state"])
    return sheet


@transaction.atomic
def do_import(*, sheet):
    """Make a voice of every new row, all or none; then the file goes. Again is the same as once. Returns the Import.

    The rows are read and looked at once more: a person may have changed, or imported, something meanwhile.
    """
    rows = Import.objects.select_for_update(of=("self",)).select_related("round", "organisation", "by")
    sheet = rows.get(pk=sheet.pk)
    if sheet.state != State.DOING:
        return sheet
    looked = look_at(sheet, questions_of(sheet.round))
    keep_look(sheet, looked)
    if looked.wrong:
        sheet.state = State.CHECKED
        sheet.save()
        return sheet
    add_row_voices(sheet, looked.new)
    if has_closed(sheet.round):
        forget_counts(round=sheet.round)
    remove_file(sheet)
    sheet.state, sheet.done_at = State.DONE, timezone.now()
    sheet.save()
    log(instance=sheet, action="voices.imported", user=sheet.by)
    return sheet


@transaction.atomic
def clear_import(*, sheet, by):
    """Remove a spreadsheet that was not imported, with its file. Raises PermissionDenied, ValidationError."""
    own(sheet, by, State.COLUMNS, State.CHECKED, State.FAILED, State.CHECKING).delete()
    transaction.on_commit(empty_log, robust=True)


@transaction.atomic
def clear_old_imports(*, now=None):
    """Remove spreadsheets that nobody finished within DAYS_TO_COME_BACK, with their files. Returns int: how many."""
    day = (now or timezone.now()) - timedelta(days=settings.DAYS_TO_COME_BACK)
    old = Import.objects.filter(uploaded_at__lt=day).exclude(state__in=(State.DONE, State.UNDONE, State.UNDOING))
    count = old.count()
    old.delete()
    return count


@transaction.atomic
def fail_import(*, sheet, reason):
    """Say that a `sheet` (Import) could not be read or made. `reason`: one kind sentence (str). Nothing was made.

    One that could not be taken back stays done.
    """
    rows = Import.objects.filter(pk=sheet.pk)
    if not rows.filter(state=State.UNDOING).update(state=State.DONE, reason=""):
        rows.update(state=State.FAILED, reason=reason[:200])


def remove_file(sheet):
    """The spreadsheet goes; its hash and its counts stay."""
    ImportFile.objects.filter(of=sheet).delete()
    transaction.on_commit(empty_log, robust=True)  # no byte of it is left, as of words that were taken back
    sheet.examples = []


def own(sheet, user, *states):
    """The `sheet` (Import), locked: the user's own, in one of `states`. Raises PermissionDenied, ValidationError."""
    found = Import.objects.select_for_update(of=("self",)).select_related("round", "organisation").get(pk=sheet.pk)
    if found.by_id != user.pk:
        raise PermissionDenied(NOT_YOURS)
    check_may_support(user, found.organisation)
    if found.state not in states:
        raise ValidationError(NOT_NOW, code="not_now")
    return found


def questions_of(round):
    """The questions of a `round` (RoundPage) that a column can hold answers to, in order. A list of Question.

    Where people pick ideas, its `choices` are all ideas that can be picked now.
    """
    return with_ideas(list(round.question_rows.asked().ready_to_show()))
