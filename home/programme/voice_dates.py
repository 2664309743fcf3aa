"""Moving the dates of example voices on, when the demo is loaded again on a later day."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from engagement.heard.models import Reading
from engagement.voices.models import Answer, Consent, Voice, Vote


def move_dates(loading, told):
    """Move the voices `told` (list of ExampleVoice, all there already) on to the days they have today, each by as
    many days as the others. Voices that a visitor gave are not touched."""
    first = Voice.objects.get(draft_key=told[0].draft_key)
    days = (loading.day(told[0].days) - timezone.localdate(first.given_at)).days
    if not days:
        return
    voices = Voice.objects.filter(draft_key__in=[voice.draft_key for voice in told])
    later = {"given_at": F("given_at") + timedelta(days=days)}
    for model in (Answer, Consent, Vote):
        model.objects.filter(voice__in=voices).update(**later)
    Reading.objects.filter(answer__voice__in=voices).update(read_at=F("read_at") + timedelta(days=days))
    voices.update(**later)
    loading.counts["changed"] += len(told)
