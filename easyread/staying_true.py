"""What follows for a label when something beside its page changes: a picture that it shows, or a checker's name.

The label itself is computed (label.py). Here is what must happen besides: pages and papers that are kept are made anew,
and a page that lost its label goes to the checkers by itself.
"""

from django.db import transaction
from wagtail.models import Page

from . import checking, flows
from .models import EasyReadCheck, EasyReadPage, Picture
from .printing.pages import key_of_page
from .printing.versions import forget
from .reading import picture_ids
from .shown import ideas_of, values_of
from .signals import content_changed, name_changed

SEEN = ("file", "file_hash", "description")  # of a picture
NAMED = ("first_name", "last_name", "is_active")  # of a checker


def note_picture(sender, instance, raw=False, **kwargs):
    """Before a picture is saved: whether people will see or hear something else (Picture, `instance`)."""
    before = None if raw else Picture.objects.filter(pk=instance.pk).values_list(*SEEN).first()
    now = (instance.file.name, instance.file_hash, instance.description)
    instance.looks_other = before is not None and before != now


def check_pages_with(sender, instance, **kwargs):
    """After a picture (Picture, `instance`) was replaced: live pages that lost their label by it go to the checkers.

    Checkers who are in the middle look at it again.
    """
    if not instance.looks_other:
        return
    flows.ask_again(picture=instance)
    for page in Page.objects.live().filter(live_revision__isnull=False).specific():
        if shows(page, instance) and was_checked(page) and not checking.is_checked(page.live_revision):
            flows.send_to_checkers(page=page)


def shows(page, picture):
    """Whether a `page` (Page) of ours shows a `picture` (Picture), by its key or by its idea. Returns bool.

    Wagtail's index of references may be written only later.
    """
    if not isinstance(page, EasyReadPage):
        return False
    values = values_of(page)
    return picture.pk in picture_ids(values) or picture.idea in ideas_of(type(page), values)


def was_checked(page):
    """Whether the live version of a `page` was checked, and nothing newer of it is being written or checked now."""
    waits = page.has_unpublished_changes or page.current_workflow_state
    return bool(page.live_revision_id) and not waits and checking.checks_of(page.live_revision_id).exists()


def note_name(sender, instance, raw=False, update_fields=None, **kwargs):
    """Before an account (User, `instance`) is saved: whether the name that pages may say is another one."""
    instance.is_named_otherwise = False
    if raw or not instance.pk or (update_fields is not None and not set(NAMED) & set(update_fields)):
        return
    before = sender._base_manager.filter(pk=instance.pk).values_list(*NAMED).first()
    instance.is_named_otherwise = before is not None and before != tuple(getattr(instance, name) for name in NAMED)


def tell_name(sender, instance, **kwargs):
    """After an account (User, `instance`) was saved: its pages say the new name, or none."""
    if instance.is_named_otherwise:
        forget_name(instance)


def forget_name(user, check=None):
    """Let go of every kept page and paper that may say the name of `user` (User): of one `check`, or of all theirs."""
    checks = EasyReadCheck.objects.filter(finished_by=user).select_related("revision")
    pages = {one.revision.object_id for one in (checks.filter(may_say_name=True) if check is None else [check])}
    if not pages:
        return
    content_changed.send(sender=EasyReadCheck)
    for page in Page.objects.filter(pk__in=pages).specific():
        transaction.on_commit(lambda page=page: forget_papers(page), robust=True)


def forget_papers(page):
    """Remove the papers of a `page` (Page): a name on them may not be said any more."""
    forget(key_of_page(page))
    name_changed.send(sender=type(page), page=page)


def forget_hidden(sender, instance, update_fields=None, **kwargs):
    """After a checker took their name off (EasyReadCheck, `instance`)."""
    if update_fields is not None and "may_say_name" in update_fields and not instance.may_say_name:
        forget_name(instance.finished_by, instance)


def forget_deleted(sender, instance, **kwargs):
    """Before an account (User, `instance`) is deleted: its checks stay, without a name."""
    forget_name(instance)
