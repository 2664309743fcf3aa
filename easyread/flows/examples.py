"""Made-up checks of made-up pages, for showing the site."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from .. import checking
from ..models import EasyReadCheck
from ..shown import shown_of
from ..wording import errors_in_version


@transaction.atomic
def make_up_check(*, revision, by):
    """An example's check: as if the example checker `by` (User or None) had found `revision` good. For the demo alone.

    Returns the EasyReadCheck, marked as an example; None when it was checked already or nobody checks pages there.
    """
    page = revision.content_object
    workflow = page.get_workflow()
    task = workflow and checking.task_of(workflow)
    if task is None or checking.is_checked(revision):
        return None
    check = EasyReadCheck(
        workflow_state=_finished_state(page, workflow),
        revision=revision,
        task=task,
        status=TaskState.STATUS_APPROVED,
        verdict=EasyReadCheck.Verdict.GOOD,
        may_say_name=by is not None,
        finished_at=timezone.now(),
        finished_by=by,
        fingerprint=checking.fingerprint_of(revision),
        shown=shown_of(revision.as_object()),
        rule_errors=len(errors_in_version(revision)),
        is_example=True,
    )
    check.save()
    return check


def _finished_state(page, workflow):
    """A workflow of a `page` that is over, for a made-up check. Returns the WorkflowState."""
    if (going_on := page.current_workflow_state) and going_on.current_task_state.revision_id == page.live_revision_id:
        going_on.cancel()
    return WorkflowState.objects.create(
        content_type=page.get_content_type(),
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=workflow,
        status=WorkflowState.STATUS_APPROVED,
    )
