"""Answers that join a voice which was begun before, by a word about one sentence of a draft (beginning.py)."""

from django.core.exceptions import ValidationError

from ..about import speaking_of
from ..models import Consent, Voice, Vote
from ..models.voices import Provenance
from ..permissions import TAKEN_BACK


def go_on_with(voice, draft, answers, now):
    """Make a voice that was begun ready for the answers of its `draft` (VoiceDraft). Returns the Voice.

    `answers`: list of DraftAnswer. What the card answered meanwhile stays as an older answer. Raises ValidationError
    when the person took back all they said.
    """
    voice = Voice.objects.select_for_update(of=("self",)).select_related("card").get(pk=voice.pk)
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
    asked = [answer.question_id for answer in answers]
    voice.answers.filter(question__in=asked, is_current=True).update(is_current=False)
    Vote.objects.filter(voice=voice, poll__question__in=asked, is_current=True).update(is_current=False)
    if voice.consents.filter(kind=Consent.Kind.PUBLISH, withdrawn_at=None).exists():
        draft.about = draft.about | {"publish": False}  # it stands already
    voice.provenance = draft.about.get("whose") or Provenance.OWN_WORDS
    voice.speaking = speaking_of(draft.about.get("who", []))
    voice.changed_at, voice.recorded = now, False
    voice.save(update_fields=["provenance", "speaking", "changed_at", "recorded"])
    return voice
