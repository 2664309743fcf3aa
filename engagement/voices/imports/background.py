"""Short spreadsheets are looked at and made at once, long ones by the worker beside the web processes."""

import logging

from django.core.exceptions import ValidationError
from django_tasks import task

from ..flows.import_undoing import undo_import
from ..flows.importing import check_sheet, do_import, fail_import
from ..models import Import

AT_ONCE = 300_000  # bytes of a file that is looked at within a request
ROWS_AT_ONCE = 300
BROKEN = "Something went wrong on our side. Nothing was made. Please try again."
FLOWS = {Import.State.CHECKING: check_sheet, Import.State.DOING: do_import, Import.State.UNDOING: undo_import}
logger = logging.getLogger(__name__)


def go_on(sheet):
    """Do the next thing with a `sheet` (Import): now when it is short, else in the background."""
    small = len(sheet.file.data) <= AT_ONCE if sheet.state == Import.State.CHECKING else sheet.new <= ROWS_AT_ONCE
    if small:
        run(sheet.pk)
    else:
        run_later.enqueue(sheet.pk)


def run(pk):
    """Do the next thing with the Import `pk` (int). What cannot be done is told on its page, and nothing is made."""
    sheet = Import.objects.get(pk=pk)
    flow = FLOWS.get(sheet.state)
    if flow is None:
        return
    try:
        flow(sheet=sheet)
    except ValidationError as refusal:
        fail_import(sheet=sheet, reason=refusal.messages[0])
    except Exception:  # nobody may wait for ever: the page says so, and what went wrong is logged without the file
        logger.exception("Import %s did not work", sheet.public_id)
        fail_import(sheet=sheet, reason=BROKEN)


@task(backend="papers")
def run_later(pk):
    """The same, by the worker."""
    run(pk)
