"""What people do about Easy Read pages: send them to the checkers, check them, put them right, take them down."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState, WorkflowState

from . import checking
from .models import Correction, EasyReadCheck
from .signals import page_corrected, page_taken_down
from .wording import errors_in_version, errors_in_words

IS_DONE = "This version was checked already, or is not with the checkers any more. Go back to the list."
OWN_WORK = "You worked on this page yourself. Another checker must check it."
NOT_A_CHECKER = "Only Easy Read checkers can check a page."
NEEDS_VERDICT = "Choose one answer."
NEEDS_WORDS = "Tell us what is hard, or which picture is wrong."
NOT_YOURS = "You may not change this page while the public can see it."
NEEDS_REASON = "Say why in Easy Read. Everybody can read the reason."
IS_NOT_LIVE = "The public cannot see this page now. There is nothing to put right or to take down."
IS_LIVE = "The public can see this version already. Change the page first."
IS_OLD = "Somebody changed this page after you opened it. Look at the newest version first."


@transaction.atomic
def send_to_checkers(*, page, by=None):
    """Put the newest version of a `page` (EasyReadPage) at the start of the checkers' list. `by`: User or None.

    What was going on about an older version ends. A version that was checked goes on to the editor. Returns the
    WorkflowState; None when nobody checks pages there.
    """
    workflow = page.get_workflow()
    if workflow is None or checking.task_of(workflow) is None:  # Wagtail's own workflow has no checkers
        return None
    if going_on := page.current_workflow_state:
        going_on.cancel(user=by)
    return workflow.start(page, by)


@transaction.atomic
def check_page(*, check, by, verdict, words="", may_say_name=False):
    """A checker says whether exactly the version of a `check` (EasyReadCheck) is good Easy Read.

    `verdict`: a value of EasyReadCheck.Verdict; anything but "good" needs `words`. Returns the EasyReadCheck.
    Raises PermissionDenied for people who may not check it, ValidationError when something is missing.
    """
    check = EasyReadCheck.objects.select_for_update().get(pk=check.pk)
    check_may_check(check, by)
    if verdict not in EasyReadCheck.Verdict.values:
        raise ValidationError({"verdict": NEEDS_VERDICT})
    is_good = verdict == EasyReadCheck.Verdict.GOOD
    if not is_good and not words.strip():
        raise ValidationError({"words": NEEDS_WORDS})
    check.verdict, check.may_say_name = verdict, bool(may_say_name and is_good)
    check.fingerprint = checking.fingerprint_of(check.revision)
    check.rule_errors = len(errors_in_version(check.revision))
    (check.approve if is_good else check.reject)(user=by, comment=words.strip())
    return check


def check_may_check(check, user):
    """Raises PermissionDenied or ValidationError when `user` (User) may not do this `check` (EasyReadCheck) now."""
    if not checking.is_checker(user, check.task):
        raise PermissionDenied(NOT_A_CHECKER)
    if check.status != TaskState.STATUS_IN_PROGRESS:
        raise ValidationError(IS_DONE)
    if checking.worked_on(user, check.revision):
        raise ValidationError(OWN_WORK)


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
    if errors := errors_in_words(reason):
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
