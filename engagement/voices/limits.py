"""Holding back a machine that fills in answers, without a puzzle for people (Q9, S6)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import F

from .keys import address_key
from .models import Knock

TOO_MANY = "Many people are answering from your place now. Please wait a little. Then press again."


def count_start(address):
    """Count one start from a network `address` (str) in this hour. Past the limit: ValidationError, code too_many.

    The limit, STARTS_IN_AN_HOUR, lets a whole day centre on one address pass. The count is in the database, so all
    workers share it; what is stored is a keyed hash that changes each hour.
    """
    key = address_key(address)
    if not Knock.objects.filter(key=key).update(count=F("count") + 1):
        Knock.objects.bulk_create([Knock(key=key)], ignore_conflicts=True)
    if Knock.objects.filter(key=key, count__gt=settings.STARTS_IN_AN_HOUR).exists():
        raise ValidationError(TOO_MANY, code="too_many")
