"""Stopping in the middle with a card, and going on from it on any device (Q10)."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ..keys import back_token_of, key_of, sealed
from ..models import ComeBack, VoiceDraft
from ..permissions import check_may_answer
from ..said import GONE


@transaction.atomic
def stop_for_now(*, draft, secret, page="", now=None):
    """Make the way back to the unsent answers of a `draft` (VoiceDraft) with `secret` (str): the same each time (R2).

    `page`: where the person stopped, as views/places.py names it (str). The 30 days begin anew. Returns the ComeBack.
    Raises ValidationError when the round is closed, or when the answers were sent or cleared meanwhile.
    """
    now = now or timezone.now()
    check_may_answer(draft.round, now, draft)
    if not VoiceDraft.objects.filter(pk=draft.pk).update(saved_at=now, stopped_at=page):
        raise ValidationError(GONE, code="gone")
    token = back_token_of(secret)
    kept = {"key": key_of(token), "sealed": sealed(secret, token), "until": last_day(draft.round, now)}
    way = ComeBack(draft_key=draft.key, **kept)
    ComeBack.objects.bulk_create([way], update_conflicts=True, unique_fields=["draft_key"], update_fields=[*kept])
    return way


def last_day(round, now):
    """The last day on which somebody who stops `now` (datetime) can go on with a `round` (RoundPage). Returns date."""
    day = timezone.localdate(now) + timedelta(days=settings.DAYS_TO_COME_BACK)
    return min(day, round.closes_on) if round.closes_on else day


@transaction.atomic
def clear_old_ways_back(*, today=None):
    """Remove the ways back whose last day is over. Returns int."""
    return ComeBack.objects.filter(until__lt=today or timezone.localdate()).delete()[0]
