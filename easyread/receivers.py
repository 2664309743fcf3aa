"""The guard on the rows themselves, for every road that Wagtail has, and what follows when a page goes live."""

from wagtail.models import Page, WorkflowState

from . import checking, flows
from .models.guarded import Guarded
from .printing import forget
from .printing.pages import key_of_page


def guard_row(sender, instance, raw=False, update_fields=None, **kwargs):
    """Before a page's row is saved: nothing of ours becomes live, changes or comes down past the guard.

    New rows that may not be live become drafts. Anything else raises MayNotGoLive.
    """
    if raw or not issubclass(sender, Page) or not is_guarded(instance):
        return
    checking.check_is_no_alias(instance)
    if update_fields is not None and not {"live", "live_revision"} & set(update_fields):
        return
    if not instance.live:
        instance.live_revision = None
    was_live, was_revision = row_of(instance)
    if was_live and not instance.live:
        checking.check_may_come_down(instance)
    elif instance.live and not was_live:
        going_live(instance)
    elif instance.live and was_revision and was_revision != instance.live_revision_id:
        checking.check_may_go_live(instance, instance.live_revision)


def guard_schedule(sender, instance, raw=False, **kwargs):
    """Before a version (Revision) gets its day to go live: only one that may go live has such a day."""
    if raw or instance.approved_go_live_at is None:
        return
    page = instance.content_object
    if is_guarded(page):
        checking.check_may_go_live(page, instance)


def guard_sending(sender, instance, raw=False, **kwargs):
    """Before a page that was sent back (WorkflowState) goes to the checkers again: each remark has its answer."""
    if raw or not instance.pk or instance.status != WorkflowState.STATUS_IN_PROGRESS:
        return
    if WorkflowState.objects.filter(pk=instance.pk, status=WorkflowState.STATUS_NEEDS_CHANGES).exists():
        checking.check_remarks_are_answered(instance.content_object)


def after_publishing(sender, instance, **kwargs):
    """What the checkers had of the page before is over; a live version that nobody checked goes to them by itself."""
    page = instance.specific
    if not is_guarded(page):
        return
    if going_on := page.current_workflow_state:
        going_on.cancel()
    if page.live and not checking.is_checked(page.live_revision):
        flows.send_to_checkers(page=page)


def after_unpublishing(sender, instance, **kwargs):
    """What was taken down is not kept on paper."""
    if is_guarded(instance):
        forget(key_of_page(instance))


def is_guarded(page):
    """Whether `page` is a page of ours with the guard. Returns bool."""
    return isinstance(page, Page) and issubclass(page.specific_class or Page, Guarded)


def row_of(page):
    """Whether `page` (Page) is live in the database, and the key of its live version. Returns (bool, int or None)."""
    row = Page.objects.filter(pk=page.pk).values_list("live", "live_revision_id").first() if page.pk else None
    return row or (False, None)


def going_live(page):
    """A `page` (Page) is about to become live: a new row, such as a copy, that may not becomes a draft; others are
    refused."""
    if not page._state.adding:
        checking.check_may_go_live(page if isinstance(page, Guarded) else page.specific, page.live_revision)
        return
    page.live_revision = None  # a copy has that of its original
    if page.reasons_not_to_go_live(None):
        page.live, page.has_unpublished_changes = False, True
