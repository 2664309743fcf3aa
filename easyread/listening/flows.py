"""Keeping a person's recording of a sentence, and taking it away (M1, P7)."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from .. import media
from ..media import waiting
from ..media.limits import READING
from ..media.private import sweep
from ..models import SpokenSentence
from ..models.spoken import IS_READY
from ..rules.splitter import sentences
from .sentences import fingerprint_of

FOLDER = "spoken"  # of the private storage
RIGHT = "easyread.add_spokensentence"
NOT_YOURS = "You may not change what people read aloud."
NEEDS_TEXT = "Write the sentence that the person reads."
ONE_SENTENCE = "Write one sentence only. Each sentence has its own recording."
ENDS_EARLY = "The last day is before the day on which the person agreed."
AGREED_LATER = "The person cannot have agreed on a day that is still to come."
IS_OVER = "This last day has passed already."


def keep_reading(*, text, sound, agreed_on, by, ends_on=None, speaker="", page=None, part=""):
    """Let everybody hear a person read a sentence, in place of the recording before. Returns the SpokenSentence.

    The worker writes it anew; until then the recording before is heard. `text`: one sentence, as it stands on the page.
    `sound`: an uploaded file; only what is heard in it is kept. `agreed_on`: date; `ends_on`: the last day (date) or
    None; `speaker`: who may be named, or "". `page` (Page), `part` (str): where it stood when it was recorded. `by`:
    User. Raises PermissionDenied; ValidationError, and then nothing is kept; OSError when there is no room.
    """
    check_may(by)
    values = {"text": one_sentence(text), "agreed_on": agreed_on, "ends_on": ends_on, "speaker": speaker.strip()}
    check_days(agreed_on, ends_on)
    values |= {"page": page, "part": part, "added_by": by} | kept(sound)
    try:
        row = _write(values)
    except BaseException:
        media.remove(values["file"])
        raise
    waiting.ask_for(row)
    row.refresh_from_db()  # opened at once where there is no worker
    return row


@transaction.atomic
def _write(values):
    """Write the row in the place of one of the same sentence that was not heard yet, whose file goes with it."""
    fingerprint = fingerprint_of(values["text"])
    SpokenSentence.objects.filter(fingerprint=fingerprint).exclude(IS_READY).delete()
    reading = SpokenSentence.objects.create(fingerprint=fingerprint, **values)
    log(instance=reading, action="easyread.reading_kept", user=values["added_by"])
    return reading


def take_the_place(*, sender, row, trouble, **kwargs):
    """Before a recording is ready: the one that was heard until now goes, with its file. With `trouble` it stays."""
    if not trouble:
        SpokenSentence.objects.ready().filter(fingerprint=row.fingerprint).delete()


@transaction.atomic
def end_reading(*, reading, by):
    """Take a recording (SpokenSentence) away at once, with its file: the person agrees no longer. `by`: User.

    Raises PermissionDenied.
    """
    check_may(by)
    log(instance=reading, action="easyread.reading_ended", user=by)
    reading.delete()


@transaction.atomic
def end_old_readings(*, today=None):
    """Remove recordings whose last day has passed; nobody could hear them since. Returns int."""
    old = SpokenSentence.objects.filter(ends_on__lt=today or timezone.localdate())
    return old.delete()[1].get("easyread.SpokenSentence", 0)


def clear_lost_readings(*, now=None):
    """Remove files that no row names: what a killed process left behind, a day ago or longer. Returns int.

    A recording that a killed worker left unopened is asked for again.
    """
    waiting.ask_again(SpokenSentence)
    day = (now or timezone.now()) - timedelta(days=1)
    return sweep(FOLDER, set(SpokenSentence.objects.values_list("file", flat=True)), day)


def check_may(user):
    """Raise PermissionDenied unless `user` (User) may change what people read aloud."""
    if not user.has_perm(RIGHT):
        raise PermissionDenied(NOT_YOURS)


def one_sentence(text):
    """`text` (str) when it is one sentence, with single spaces. Raises ValidationError."""
    words = " ".join(text.split())
    if not words:
        raise ValidationError({"text": NEEDS_TEXT})
    if len(sentences(words)) > 1:
        raise ValidationError({"text": ONE_SENTENCE})
    return words


def check_days(agreed_on, ends_on):
    """Raise ValidationError for days that cannot be."""
    if agreed_on > timezone.localdate():
        raise ValidationError({"agreed_on": AGREED_LATER})
    if ends_on and ends_on < agreed_on:
        raise ValidationError({"ends_on": ENDS_EARLY})
    if ends_on and ends_on < timezone.localdate():
        raise ValidationError({"ends_on": IS_OVER})


def kept(sound):
    """Keep a `sound` as it came, for the worker. Returns what its row holds (dict). Raises ValidationError."""
    try:
        values = waiting.keep_waiting(FOLDER, sound, READING)
    except ValidationError as refusal:
        raise ValidationError({"sound": refusal.messages}) from refusal
    return {name: values[name] for name in ("file", "waiting", "seconds")}
