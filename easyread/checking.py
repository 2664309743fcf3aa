"""Whether a version of a page was checked by people, and what stands in the way of its going live (DESIGN.md 6.8).

Everything here is computed from rows: no flag on a page says that it is checked, so that copying, restoring or
scheduling cannot carry the label over.
"""

import hashlib
import json

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Max, OuterRef, Subquery
from wagtail.models import Page, Revision, TaskState, WorkflowState

from .models.checking import Correction, EasyReadCheck, EasyReadCheckTask
from .models.part_checks import PartCheck
from .shown import shown_of

NOT_CHECKED = "Our Easy Read checkers have not checked this version yet."
LIVE_AND_NOT_CHECKED = "This page is live. Our Easy Read checkers have not checked this new version yet."
SEND_OR_PUT_RIGHT = "Send it to the checkers. Or put the page right at once, and say why."
NEEDS_TAKE_DOWN = "A live page comes down only with a reason that everybody can read. Use “Take this page down”."
ONE_ADDRESS = "A page of this site has one address. Make a copy that is not an alias."
ANSWER_FIRST = "Answer each remark of the checkers first. They stand under “What the checkers said”."
NO_LAST_DAY = "A page does not come down by itself. Take it down with a reason that everybody can read."


class MayNotGoLive(ValidationError):
    """A version may not go live, or a page may not come down, in this way.

    `messages`: one sentence for each reason; `page`: the Page.
    """

    def __init__(self, reasons, page=None):
        super().__init__({NON_FIELD_ERRORS: reasons})
        self.page = page


def fingerprint_of(revision):
    """SHA-256 of what the database keeps of a `revision` (Revision), as hexadecimal digits. Returns str."""
    kept = Revision.objects.filter(pk=revision.pk).values_list("content", flat=True).first()  # as_object() changes it
    words = json.dumps(kept, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


def checks_of(revision_id):
    """The checks that approved the version with this key (int or None), newest first. A queryset."""
    approved = EasyReadCheck.objects.filter(revision_id=revision_id, status=TaskState.STATUS_APPROVED)
    return approved.order_by("-finished_at", "-pk")


def is_checked(revision):
    """Whether easy-read checkers approved exactly this version, with its pictures as they are now.

    `revision`: Revision or None. Returns bool.
    """
    if revision is None:
        return False
    seen = set(checks_of(revision.pk).values_list("fingerprint", "shown"))
    return bool(seen) and (fingerprint_of(revision), shown_of(revision.as_object())) in seen


def check_may_go_live(page, revision):
    """Raises MayNotGoLive when `revision` (Revision or None) may not become the live version of `page`."""
    if reasons := reasons_not_to_publish(page, revision):
        raise MayNotGoLive(reasons, page)


def reasons_not_to_publish(page, revision):
    """What stands in the way of `revision` becoming the live version of `page` (EasyReadPage), as a list of str.

    A page that is not live goes live when nothing of its own kind stands in the way. A live page takes a version that
    was checked, or one that a correction let out.
    """
    if not is_out(page):
        return page.reasons_not_to_go_live(revision)
    if is_corrected(page, revision) or is_checked(revision):
        return []
    return [LIVE_AND_NOT_CHECKED, SEND_OR_PUT_RIGHT]


def is_out(page):
    """Whether a version of `page` is live now, as the database has it. Returns bool."""
    return Page.objects.filter(pk=page.pk, live=True, live_revision__isnull=False).exists()


def newest_version(page):
    """The newest version of `page` as the database has it. Returns a Revision or None."""
    return Revision.objects.filter(pk__in=Page.objects.filter(pk=page.pk).values("latest_revision")).first()


def is_corrected(page, revision):
    """Whether a correction let exactly this `revision` (Revision or None) out on `page`. Returns bool."""
    return revision is not None and Correction.objects.filter(page_id=page.pk, revision=revision).exists()


def is_kept(page, revision):
    """Whether a `revision` (Revision) of `page` must stay as it is: it is live, or it was sent to checkers, or let out.

    Returns bool.
    """
    return (
        page.live_revision_id == revision.pk
        or TaskState.objects.filter(revision=revision).exists()
        or is_corrected(page, revision)
    )


def why_down(address):
    """Why the page at `address` (its path in Wagtail's tree, str), or a page above it, was taken down.

    Returns the Correction with its page; None when none of them was.
    """
    parts = address.strip("/").split("/")
    paths = [f"/{'/'.join(parts[:end])}/" for end in range(1, len(parts) + 1)]
    last = Correction.objects.filter(page=OuterRef("page")).order_by("-pk").values("pk")[:1]
    down = Correction.objects.filter(page__url_path__in=paths, page__live=False, pk=Subquery(last))
    return down.filter(kind=Correction.Kind.TAKEN_DOWN).select_related("page").order_by("-page__depth").first()


def check_is_no_alias(page):
    """Raises MayNotGoLive when `page` (Page) is an alias: it follows its original without a version of its own."""
    if page.alias_of_id:
        raise MayNotGoLive([ONE_ADDRESS], page.alias_of)


def check_may_come_down(page):
    """Raises MayNotGoLive unless a public reason was given for taking the live `page` (Page) down as it is now."""
    live = Page.objects.only("live_revision_id", "last_published_at").get(pk=page.pk)
    reasons = Correction.objects.filter(page_id=page.pk, kind=Correction.Kind.TAKEN_DOWN)
    if live.live_revision_id:
        reasons = reasons.filter(earlier_revision_id=live.live_revision_id, made_at__gte=live.last_published_at)
    if not reasons.exists():
        raise MayNotGoLive(NEEDS_TAKE_DOWN, page)


def check_remarks_are_answered(page):
    """Raises MayNotGoLive while a remark of the checkers on any version of `page` (Page) has no answer."""
    if page and PartCheck.objects.unanswered().of_page(page).exists():
        raise MayNotGoLive([ANSWER_FIRST], page)


def task_of(workflow):
    """The easy-read checkers' task of a `workflow` (Workflow). Returns an EasyReadCheckTask or None."""
    return EasyReadCheckTask.objects.filter(workflow_tasks__workflow=workflow, active=True).first()


def is_checker(user, task):
    """Whether `user` (User) is one of the people who do a checkers' `task` (Task). An administrator is not.

    Returns bool.
    """
    groups = EasyReadCheckTask.groups.through.objects.filter(easyreadchecktask_id=task.pk)
    return user.is_active and groups.filter(group__user=user).exists()


def worked_on(user, revision):
    """Whether `user` (User) wrote any of what is new in `revision` (Revision): since the last version that was checked.

    Returns bool.
    """
    versions = Revision.objects.filter(
        base_content_type_id=revision.base_content_type_id, object_id=revision.object_id, pk__lte=revision.pk
    )
    approved = EasyReadCheck.objects.filter(revision__in=versions, status=TaskState.STATUS_APPROVED)
    last = approved.aggregate(last=Max("revision_id"))["last"] or 0
    return versions.filter(pk__gt=last, user=user).exists()


def unchecked_pages():
    """Live pages of ours that nobody checked, and that no workflow has now: a list of their own kinds."""
    going_on = WorkflowState.objects.active().filter(base_content_type__model="page")
    live = Page.objects.live().filter(live_revision__isnull=False)
    pages = live.exclude(pk__in=[int(state.object_id) for state in going_on]).specific()
    return [page for page in pages if hasattr(page, "easy_streams") and not is_checked(page.live_revision)]


def is_any_checker(user):
    """Whether `user` (User) does the task of the easy-read checkers anywhere. Returns bool."""
    return user.is_active and EasyReadCheckTask.objects.filter(active=True, groups__user=user).exists()
