"""Bringing a text into the draft of a page."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.blocks import StreamValue
from wagtail.log_actions import log

from ..bringing.parts import MOST_PARTS

NOT_YOUR_PAGE = "You may not change this page."
NOTHING_IN_IT = "There are no words in this text."
TOO_MANY = f"This text has more than {MOST_PARTS} sentences. Bring it in piece by piece."


@transaction.atomic
def bring_in(*, page, parts, by):
    """Put `parts` (list of Brought) at the end of the newest draft of a `page` (EasyReadPage). `by`: User.

    Nothing that stands there is changed, and nothing goes live. Returns the new Revision. Raises PermissionDenied,
    ValidationError.
    """
    draft = page_to_change(page, by).get_latest_revision_as_object()
    if not parts:
        raise ValidationError({"text": NOTHING_IN_IT})
    if len(parts) > MOST_PARTS:
        raise ValidationError({"text": TOO_MANY})
    blocks = [*draft.easy_read.raw_data, *(part.as_block() for part in parts)]
    draft.easy_read = StreamValue(draft.easy_read.stream_block, blocks, is_lazy=True)
    revision = draft.save_revision(user=by)
    log(instance=draft, action="easyread.brought_in", user=by, data={"parts": len(parts)}, revision=revision)
    return revision


def page_to_change(page, user):
    """The `page` (EasyReadPage) as the database has it, for this transaction alone. Refuses who may not edit it, and a
    page that somebody locked."""
    kept = page.specific_class.objects.select_for_update().get(pk=page.pk)
    lock = kept.get_lock()
    if not kept.permissions_for_user(user).can_edit() or (lock and lock.for_user(user)):
        raise PermissionDenied(NOT_YOUR_PAGE)
    return kept
