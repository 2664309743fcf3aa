"""Asking by saying it: the sound is kept with the question, and staff write down what is said (Q6)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from easyread import media
from easyread.media.limits import SOUND
from easyread.media.private import sweep

from ..models import AskedSound, BodyQuestion
from .asking import ask

FOLDER = "asked"  # of the private storage
NEEDS_TRANSCRIPT = "Write down what is said. People who cannot hear it need that."


def ask_by_voice(*, sound, **asking):
    """As `ask`, with a `sound` (an uploaded file) in place of words or beside them. Returns the BodyQuestion.

    Only what is heard in it is kept. Raises ValidationError, for `sound` too, and then nothing is kept; OSError when
    there is no room.
    """
    if BodyQuestion.objects.filter(public_id=asking["key"]).exists():
        return ask(**asking)  # pressed again: the first press kept it
    try:
        cleaned = media.clean(sound, SOUND)  # it takes a while, so outside of the transaction
    except ValidationError as error:
        raise ValidationError({"sound": error.messages}) from error
    name = media.keep(FOLDER, cleaned)
    try:
        question = ask(sound=(cleaned, name), **asking)
    except BaseException:
        media.remove(name)
        raise
    if question.sound.file != name:  # pressed twice at once: the other press kept its own
        media.remove(name)
    return question


def write_down(question, transcript, by, may_show):
    """Keep what staff wrote of the sound of a `question` (BodyQuestion), inside the flow that reads it."""
    transcript = transcript.strip()
    if may_show and not transcript:
        raise ValidationError({"transcript": NEEDS_TRANSCRIPT})
    AskedSound.objects.filter(question=question).update(transcript=transcript, transcript_by=by)


def clear_lost_sounds(*, now=None):
    """Remove files that no row names: what a killed process left behind, a day ago or longer. Returns int."""
    day = (now or timezone.now()) - timedelta(days=1)
    return sweep(FOLDER, set(AskedSound.objects.values_list("file", flat=True)), day)
