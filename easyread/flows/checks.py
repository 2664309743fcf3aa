"""Sending a page to the checkers, and checking it part by part (T9)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import TaskState

from .. import checking, media
from ..media.limits import SOUND
from ..models import EasyReadCheck, PartCheck
from ..page_parts import keys_showing, parts_of
from ..shown import shown_of
from ..wording import errors_in_version
from .sittings import note_work

FOLDER = "checks"  # of the private storage
IS_DONE = "This version was checked already, or is not with the checkers any more. Go back to the list."
OWN_WORK = "You worked on this page yourself. Another checker must check it."
NOT_A_CHECKER = "Only Easy Read checkers can check a page."
NEEDS_VERDICT = "Choose one answer."
NEEDS_WORDS = "Tell us what is hard, or which picture is wrong."
NO_SUCH_PART = "This part is not on the page any more. Go back to the list."
NOT_YOUR_PART = "Another checker answered this part. You can go on to the next part."
NOT_AS_SEEN = "Part %d is not as you saw it. Please look at it again."
NOT_ALL = "You did not answer each part yet. Go on with the part that is missing."

Verdict = EasyReadCheck.Verdict


@transaction.atomic
def send_to_checkers(*, page, by=None):
    """Put the newest version of a `page` (EasyReadPage) at the start of the checkers' list. `by`: User or None.

    What was going on about an older version ends. A version that was checked goes on to the editor. Returns the
    WorkflowState; None when nobody checks pages there. Raises MayNotGoLive while a remark has no answer, when somebody
    sends it; what goes to the checkers by itself goes.
    """
    workflow = page.get_workflow()
    if workflow is None or checking.task_of(workflow) is None:  # Wagtail's own workflow has no checkers
        return None
    if going_on := page.current_workflow_state:
        going_on.cancel(user=by)
    return workflow.start(page, by)


def say_of_part(*, check, key, by, verdict, words="", sound=None):
    """A checker says how one part of the version of a `check` (EasyReadCheck) is.

    `key`: the part's own (str). `verdict`: a value of EasyReadCheck.Verdict; anything but "good" needs `words` or a
    `sound` (an uploaded file), and keeps the sound given before. Returns the PartCheck. Raises PermissionDenied,
    ValidationError; OSError when there is no room for the sound.
    """
    if sound is None:
        return keep_part(check, key, by, verdict, words, None, "")
    try:
        cleaned = media.clean(sound, SOUND)  # it takes a while, so outside of the transaction
    except ValidationError as error:
        raise ValidationError({"sound": error.messages}) from error
    name = media.keep(FOLDER, cleaned)
    try:
        return keep_part(check, key, by, verdict, words, cleaned, name)
    except BaseException:
        media.remove(name)
        raise


@transaction.atomic
def keep_part(check, key, by, verdict, words, cleaned, name):
    """Keep what was said of a part, with a sound that is stored as `name` (str, or "" for none)."""
    check = EasyReadCheck.objects.select_for_update().get(pk=check.pk)
    check_may_check(check, by)
    place, part = place_of(check, key)
    earlier = check.parts.filter(key=key).first()
    if earlier and earlier.said_by_id != by.pk:
        raise ValidationError(NOT_YOUR_PART)
    if verdict not in Verdict.values:
        raise ValidationError({"verdict": NEEDS_VERDICT})
    is_good, kept = verdict == Verdict.GOOD, earlier.file if earlier else ""
    if not (is_good or words.strip() or name or kept):
        raise ValidationError({"words": NEEDS_WORDS})
    values = {"place": place, "name": part.name[:80], "shown": "\n".join(part.words), "verdict": verdict}
    values |= {"words": "" if is_good else words.strip(), "said_by": by, "said_at": timezone.now()}
    if is_good or name:  # a part that is good needs no why, and a new sound takes the place of the one before
        values |= {"file": "" if is_good else name, "seconds": cleaned.seconds if cleaned and not is_good else 0}
        for old in {kept, name if is_good else ""} - {""}:
            transaction.on_commit(lambda old=old: media.remove(old), robust=True)
    note_work(check=check, by=by)
    return PartCheck.objects.update_or_create(page_check=check, key=key, defaults=values)[0]


@transaction.atomic
def take_sound_back(*, check, key, by):
    """A checker deletes the sound in which they said why; without words that part waits for its answer again."""
    check = EasyReadCheck.objects.select_for_update().get(pk=check.pk)
    check_may_check(check, by)
    part = check.parts.filter(key=key, said_by=by).exclude(file="").first()
    if part is None:
        return
    if not part.words:
        part.delete()  # its file goes with it
        return
    transaction.on_commit(lambda name=part.file: media.remove(name), robust=True)
    part.file, part.seconds = "", 0
    part.save(update_fields=["file", "seconds"])


@transaction.atomic
def finish_check(*, check, by, may_say_name=False):
    """A checker sends what they said of each part: the page is good when every part is.

    Returns the EasyReadCheck. Raises PermissionDenied for people who may not check it, ValidationError while a part has
    no answer.
    """
    check = EasyReadCheck.objects.select_for_update().get(pk=check.pk)
    check_may_check(check, by)
    said = {part.key: part for part in check.parts.all()}
    page = check.revision.as_object()
    parts = [said.get(part.key) for part in parts_of(page)]
    if not all(parts):
        raise ValidationError(NOT_ALL)
    for part, row in zip(parts_of(page), parts, strict=True):
        if row.shown != "\n".join(part.words):
            raise ValidationError(NOT_AS_SEEN % row.place)
    verdict = whole_verdict(parts)
    is_good = verdict == Verdict.GOOD
    check.verdict, check.may_say_name = verdict, bool(may_say_name and is_good)
    check.fingerprint, check.shown = checking.fingerprint_of(check.revision), shown_of(page)
    check.rule_errors = len(errors_in_version(check.revision))
    note_work(check=check, by=by)
    comment = "\n".join(f"Part {part.place}: {part.words or 'said in a sound'}" for part in parts if part.is_remark)
    (check.approve if is_good else check.reject)(user=by, comment=comment)
    return check


@transaction.atomic
def ask_again(*, picture):
    """A `picture` (Picture) was replaced: who found parts good that show it, in a check that goes on, is asked again.

    Returns how many answers go (int). What they found hard or wrong stays.
    """
    gone = 0
    for check in EasyReadCheck.objects.filter(status=TaskState.STATUS_IN_PROGRESS).select_related("revision"):
        if keys := keys_showing(check.revision.as_object(), picture):
            gone += check.parts.filter(key__in=keys, verdict=Verdict.GOOD).delete()[0]
    return gone


def whole_verdict(parts):
    """What follows for the whole page from its `parts` (list of PartCheck). Returns a value of Verdict."""
    said = {part.verdict for part in parts}
    return next((verdict for verdict in (Verdict.HARD, Verdict.PICTURE) if verdict in said), Verdict.GOOD)


@transaction.atomic
def hide_name(*, check, by):
    """A checker takes back that their name may stand on a page. Raises PermissionDenied for anybody else's."""
    if check.finished_by_id != by.pk:
        raise PermissionDenied(NOT_A_CHECKER)
    check.may_say_name = False
    check.save(update_fields=["may_say_name"])
    log(instance=check.revision.content_object, action="easyread.name_hidden", user=by)


@transaction.atomic
def hide_every_name(*, by):
    """A checker takes back that their name may stand on any page. `by`: User. Returns how many pages said it (int)."""
    checks = EasyReadCheck.objects.filter(finished_by=by, may_say_name=True).select_related("revision")
    for check in checks:
        hide_name(check=check, by=by)
    return len(checks)


def place_of(check, key):
    """The place (int, from 1) and the PagePart of a part of the version of a `check`. Raises ValidationError."""
    for place, part in enumerate(parts_of(check.revision.as_object()), start=1):
        if part.key == key:
            return place, part
    raise ValidationError(NO_SUCH_PART)


def check_may_check(check, user):
    """Raises PermissionDenied or ValidationError when `user` (User) may not do this `check` (EasyReadCheck) now."""
    if not checking.is_checker(user, check.task):
        raise PermissionDenied(NOT_A_CHECKER)
    if check.status != TaskState.STATUS_IN_PROGRESS:
        raise ValidationError(IS_DONE)
    if checking.worked_on(user, check.revision):
        raise ValidationError(OWN_WORK)
