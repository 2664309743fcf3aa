"""Putting voices on the public record, in batches so that nobody can be counted one by one (SEAMS.md, Counting)."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from engagement.record.flows import append_all
from engagement.record.models import Entry

from ..commitments import commitment_of
from ..models import Voice

GIVEN, CHANGED, TAKEN_BACK = "voice.given", "voice.changed", "voice.taken_back"


@transaction.atomic
def record_voices(*, round, now=None):
    """Append the facts of a round's voices that are not on the record yet, once there are enough, or it has closed.

    `round`: RoundPage. A fact holds the round, the day and a salted hash, and nothing of the person. The order within a
    batch tells nothing. Returns int: how many facts were added.
    """
    waiting = waiting_voices(round)
    closed = round.closes_on is not None and round.closes_on < timezone.localdate(now)
    if not waiting or (len(waiting) < settings.SMALL_NUMBER and not closed):
        return 0
    known = set(Entry.objects.filter(subject__in=[v.public_id for v in waiting]).values_list("subject", "fact"))
    facts = [fact for voice in waiting for fact in facts_of(voice, known)]
    append_all(facts=facts)
    Voice.objects.filter(pk__in=[voice.pk for voice in waiting]).update(recorded=True)
    return len(facts)


def waiting_voices(round):
    """The voices of a round with something that is not on the record, locked, in an order that tells nothing."""
    voices = Voice.objects.select_for_update(of=("self",)).filter(round=round, recorded=False).order_by("public_id")
    parts = ("answers__question", "answers__chosen__choice", "votes__poll__question", "votes__choice")
    parts += ("group_session__hands__choice",)
    voices = list(voices.prefetch_related(*parts))
    for voice in voices:
        voice.round = round
    return voices


def facts_of(voice, known):
    """The facts of one voice that are missing. `known`: set of (UUID, fact). Returns a list for `append_all`."""
    facts = []
    if (voice.public_id, GIVEN) not in known:
        facts.append(fact_of(voice, GIVEN, voice.given_at, commitment_of(voice)))
    elif voice.taken_back_at is None:
        facts.append(fact_of(voice, CHANGED, voice.changed_at or voice.given_at, commitment_of(voice)))
    if voice.taken_back_at and (voice.public_id, TAKEN_BACK) not in known:
        facts.append(fact_of(voice, TAKEN_BACK, voice.taken_back_at, ""))
    return facts


def fact_of(voice, fact, at, commitment):
    """One fact about a voice: the round and the day, never the time. Returns a dict."""
    return {
        "fact": fact,
        "subject": voice.public_id,
        "data": {"round": str(voice.round.public_id)},
        "commitment": commitment,
        "example": voice.is_example or voice.round.is_example,
        "day": timezone.localdate(at),
    }
