"""Putting a live page right, taking it down, and publishing what the programme's files hold (DESIGN.md 6.8)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from .. import checking
from ..models import Correction
from ..signals import page_corrected, page_taken_down
from ..wording import errors_in_words

NOT_YOURS = "You may not change this page while the public can see it."
NEEDS_REASON = "Say why in Easy Read. Everybody can read the reason."
IS_NOT_LIVE = "The public cannot see this page now. There is nothing to put right or to take down."
IS_LIVE = "The public can see this version already. Change the page first."
IS_OLD = "Somebody changed this page after you opened it. Look at the newest version first."


@transaction.atomic
def correct_page(*, page, revision, reason, by):
    """Make the newest version of a live `page` (EasyReadPage) public at once, without the label, and say why.

    `revision`: the Revision that is to go out; `reason`: Easy Read words that everybody can read; `by`: User. The
    version before stays. The page goes back to the checkers. Returns the Correction. Raises PermissionDenied,
    ValidationError.
    """
    live = _look_again(page, by)
    _check_is_new(live, revision)
    correction = _because(live, by, reason, Correction.Kind.PUT_RIGHT, revision)
    revision.publish(user=by, skip_permission_checks=True)
    log(instance=live, action="easyread.put_right", user=by, data={"reason": correction.reason}, revision=revision)
    page_corrected.send(sender=type(live), page=live, correction=correction)
    return correction


@transaction.atomic
def take_down_page(*, page, reason, by):
    """Take a live `page` (EasyReadPage) down at once. Its address then says kindly that it is down, and why.

    `reason`: Easy Read words that everybody can read; `by`: User. Nothing that people said goes. Returns the
    Correction. Raises PermissionDenied, ValidationError.
    """
    live = _look_again(page, by)
    correction = _because(live, by, reason, Correction.Kind.TAKEN_DOWN, None)
    UnpublishPageAction(live, user=by).execute(skip_permission_checks=True)  # the right was looked at above
    log(instance=live, action="easyread.taken_down", user=by, data={"reason": correction.reason})
    page_taken_down.send(sender=type(live), page=live, correction=correction)
    return correction


@transaction.atomic
def publish_loaded(*, page, revision):
    """Publish a `revision` that the programme's own files gave a `page`; on a live page that is a quiet correction.

    Nobody is told why: the words are the site's own, or made up. Without a check the page has no label.
    """
    if checking.is_out(page) and not checking.is_checked(revision):
        earlier = Page.objects.get(pk=page.pk).live_revision
        Correction.objects.create(
            page_id=page.pk, kind=Correction.Kind.LOADED, revision=revision, earlier_revision=earlier
        )
    revision.publish()


def _look_again(page, by):
    """The `page` as the database has it, for this transaction alone. Refuses people who may not publish, and a page
    that is not live."""
    live = page.specific_class.objects.select_for_update().get(pk=page.pk)
    if not live.permissions_for_user(by).has_publish_right():
        raise PermissionDenied(NOT_YOURS)
    if not live.live:
        raise ValidationError(IS_NOT_LIVE)
    return live


def _check_is_new(live, revision):
    """Raises ValidationError unless `revision` is the newest version of the page `live`, and not live yet."""
    if revision.pk == live.live_revision_id:
        raise ValidationError(IS_LIVE)
    if revision.pk != live.latest_revision_id:
        raise ValidationError(IS_OLD)


def _because(live, by, reason, kind, revision):
    """Keep why, and the version that is live now. Returns the Correction. Refuses a reason that is not Easy Read."""
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_REASON})
    if errors := errors_in_words(reason, live.locale.language_code):
        raise ValidationError({"reason": [f"“{error.text}”: {error.message}" for error in errors]})
    return Correction.objects.create(
        page_id=live.pk,
        kind=kind,
        reason=reason.strip(),
        revision=revision,
        earlier_revision=live.live_revision or _version_of_row(live),
        made_by=by,
    )


def _version_of_row(live):
    """The live page as a version, when it became live without one. Returns a Revision; its drafts stay as they are."""
    return Revision.objects.create(
        content_object=live,
        base_content_type=live.get_base_content_type(),
        content=live.serializable_data(),
        object_str=str(live),
    )
