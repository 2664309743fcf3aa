"""Which versions of pages wait for a checker."""

from django.db.models import Count, Exists, OuterRef
from wagtail.models import Page, Revision, TaskState

from .models.checking import EasyReadCheck, EasyReadCheckTask


def waiting_for(user):
    """The checks that wait for `user` (User), oldest first: a list of EasyReadCheck with `title`, `is_live` and `said`,
    how many parts have an answer.

    What the user worked on waits for somebody else.
    """
    waiting = EasyReadCheck.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__active=True)
    tasks = EasyReadCheckTask.objects.filter(groups__user=user).values("pk")
    waiting = waiting.filter(task__in=tasks).select_related("revision")
    waiting = waiting.annotate(said=Count("parts")).filter(~own_work(user)).order_by("started_at", "pk")
    live, checks = set(Page.objects.live().values_list("pk", flat=True)), list(waiting)
    for check in checks:
        check.title, check.is_live = check.revision.object_str, int(check.revision.object_id) in live
    return checks


def own_work(user):
    """Whether `user` (User) wrote any of what is new in the version of a check, as an expression: see `worked_on`."""
    of_it = {"object_id": OuterRef("revision__object_id"), "base_content_type": OuterRef("revision__base_content_type")}
    good_since = EasyReadCheck.objects.filter(
        status=TaskState.STATUS_APPROVED,
        revision__object_id=OuterRef("object_id"),
        revision__base_content_type=OuterRef("base_content_type"),
        revision__gte=OuterRef("pk"),
        revision__lte=OuterRef(OuterRef("revision")),
    )
    mine = Revision.objects.filter(**of_it, user=user, pk__lte=OuterRef("revision"))
    return Exists(mine.filter(~Exists(good_since)))
