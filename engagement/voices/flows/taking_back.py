"""Taking back what was said: the words and the person go everywhere, at any time (SEAMS.md, Counting)."""

from django.db import transaction
from django.utils import timezone

from ..models import AboutYou, Answer, AnswerChoice, GroupSession, Support, Voice
from ..models.groups import KINDS
from ..models.voices import Speaking
from ..permissions import may_change
from ..signals import voice_taken_back
from .attached_sent import forget_attachments
from .changing import locked
from .erasing import empty_log
from .paper_scanning import forget_paper


@transaction.atomic
def take_back(*, voice, now=None):
    """Take back a whole voice. Returns the Voice; taking back twice is the same as once.

    While the round is open the voice no longer counts. After closing the totals stand, and only they: the words, the
    person and the salt of the commitment are erased in both cases. Rooms to the left erase their copies on the signal
    `voice_taken_back`, in the same transaction.
    """
    now = now or timezone.now()
    voice = locked(voice)
    if voice.taken_back_at:
        return voice
    voice.taken_back_after_closing = not may_change(voice, now)
    voice.taken_back_at, voice.recorded = now, False
    voice.salt, voice.speaking = "", Speaking.NOT_SAID
    voice.save(update_fields=["taken_back_at", "taken_back_after_closing", "recorded", "salt", "speaking"])
    erase_words(voice, now)
    erase_choices(voice)
    if not voice.taken_back_after_closing:
        voice.answers.update(is_current=False)
        voice.votes.update(is_current=False)
    voice_taken_back.send(sender=Voice, voice=voice)
    transaction.on_commit(empty_log, robust=True)  # it is taken back, whatever happens to the log
    return voice


@transaction.atomic
def forget_about_you(*, voice):
    """Remove what a person told about themselves; what they said stays. At any time; twice is the same as once.

    It is no part of the commitment, so the record needs no new fact. Returns bool: whether there was something.
    """
    voice = locked(voice)
    gone, _ = AboutYou.objects.filter(voice=voice).delete()
    if voice.speaking != Speaking.NOT_SAID:
        voice.speaking = Speaking.NOT_SAID
        voice.save(update_fields=["speaking"])
    transaction.on_commit(empty_log, robust=True)
    return bool(gone)


def erase_choices(voice):
    """Remove the choices and numbers of a voice that count nowhere: all of them while the round is open.

    After closing the totals stand, so what they count stays, with nothing of the person behind it.
    """
    gone = Answer.objects.filter(voice=voice)
    if voice.taken_back_after_closing:
        gone = gone.filter(is_current=False)
    AnswerChoice.objects.filter(answer__in=gone).delete()
    gone.update(number=None, turned=None)


def erase_words(voice, now):
    """Remove every word of a voice, also of its older answers, what it told about the person, and what it agreed to."""
    Answer.objects.filter(voice=voice).update(words="", summary="")
    forget_attachments(voice)
    forget_paper(voice)
    Support.objects.filter(voice=voice).update(explained=[], showed=[], seen_by="", agreed="", how_sure="")
    GroupSession.objects.filter(voice=voice).update(place="", facilitator="", **dict.fromkeys(dict(KINDS), 0))
    AboutYou.objects.filter(voice=voice).delete()
    voice.consents.filter(withdrawn_at=None).update(withdrawn_at=now)
    voice.consents.update(how="")
