"""The way of a page to the public: the easy-read checkers' task first, an editor's last (CODE.md 4)."""

from django.contrib.auth.models import Permission
from django.db import transaction
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from .models import EasyReadCheckTask

NAME = "Easy Read check"
CHECK = "Easy-read checkers look at it"
EDIT = "The Unit makes it public"
RIGHTS = (("wagtailadmin", "access_admin"), ("easyread", "check_pages"))  # of those who check


@transaction.atomic
def ensure_workflow(*, page, checkers, editors):
    """Give the tree below `page` (Page) its two tasks, and the checkers the right to check; safe to run again.

    `checkers`, `editors`: Group. A workflow that staff gave this page instead stays. Returns the Workflow.
    """
    given = WorkflowPage.objects.filter(page=page).select_related("workflow").first()
    workflow = given.workflow if given else Workflow.objects.get_or_create(name=NAME, active=True)[0]
    tasks = [_task(EasyReadCheckTask, CHECK, checkers), _task(GroupApprovalTask, EDIT, editors)]
    if not given:
        WorkflowPage.objects.create(page=page, workflow=workflow)
    if not workflow.workflow_tasks.exists():
        for place, task in enumerate(tasks):
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)
    for app, codename in RIGHTS:
        checkers.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return workflow


def _task(kind, name, group):
    task, _ = kind.objects.get_or_create(name=name, active=True)
    task.groups.add(group)
    return task
