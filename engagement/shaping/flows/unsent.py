"""Keeping what was typed about a sentence until it is sent: no press in the page loses a word (Q10)."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from engagement.voices.keys import key_of
from engagement.voices.said import MOST_WORDS, TOO_LONG, clean_words

from ..models import UnsentWords
from .commenting import MOST_COMMENTS, TOO_MANY


@transaction.atomic
def keep_words(*, draft, place, secret, words):
    """Keep what was typed about one sentence and not sent; no words remove what was kept.

    `draft`: Draft. `place`: key of the sentence (str). `secret`: of the person's device (str). Returns bool: whether
    anything is kept now. Raises ValidationError for too many words, or too many sentences.
    """
    words = clean_words(words)
    if len(words) > MOST_WORDS:
        raise ValidationError(TOO_LONG, code="words")
    of_place = {"key": key_of(secret), "draft": draft, "place": place}
    if not words:
        UnsentWords.objects.filter(**of_place).delete()
        return False
    if UnsentWords.objects.filter(key=of_place["key"]).exclude(draft=draft, place=place).count() >= MOST_COMMENTS:
        raise ValidationError(TOO_MANY, code="too_many")
    UnsentWords.objects.update_or_create(**of_place, defaults={"words": words})
    return True


@transaction.atomic
def forget_unsent(*, key):
    """Remove all unsent words of one device, which was cleared. `key`: of its secret (str)."""
    UnsentWords.objects.filter(key=key).delete()


@transaction.atomic
def clear_old_words(*, now=None):
    """Remove unsent words that nobody came back to within DAYS_TO_COME_BACK. Returns int."""
    day = (now or timezone.now()) - timedelta(days=settings.DAYS_TO_COME_BACK)
    return UnsentWords.objects.filter(saved_at__lt=day).delete()[0]
