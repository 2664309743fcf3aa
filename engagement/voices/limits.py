"""Holding back a machine that fills in answers or sends mail, without a puzzle for people (Q9, S6).

The counts are in the database, so all workers share them. What is stored is a keyed hash that changes with the hour or
the day: no address and no voice can be read from it.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone

from .keys import address_key, counting_key
from .models import Knock

TOO_MANY = "Many people are answering from your place now. Please wait a little. Then press again."
TOO_MANY_CARDS = "Many cards went out from your place now. Please wait a little. Then press again."
SENT_OFTEN = "We sent this card many times today. Please print it, or ask us for help."
TOO_MANY_FILES = "Many files came from your place now. Please wait a little. Or type your words."
TOO_MANY_CALLS = "Many people asked for a call from your place now. Please phone us. Or wait a little."
TRAP = "Something went wrong. Please press the button again."
CALLS_A_DAY = 3  # how often one number can be asked for in one day
CARDS_A_DAY = 5  # how often one card is sent in one day


def count_start(address):
    """Count one start from a network `address` (str) in this hour. Past the limit: ValidationError, code too_many.

    The limit, STARTS_IN_AN_HOUR, lets a whole day centre on one address pass.
    """
    count(address_key(address), settings.STARTS_IN_AN_HOUR, TOO_MANY)


def check_trap(data):
    """Raise ValidationError when the box that people do not see was filled in. `data`: the form's QueryDict."""
    if data.get("website"):
        raise ValidationError(TRAP, code="trap")


def hold_back(round, data, address):
    """Hold back a machine that starts in a `round` (RoundPage), as its authors switched it on (Q9, S6).

    `data`: the form's QueryDict. `address`: of the network (str). Raises ValidationError with a kind sentence.
    """
    if round.sets_trap:
        check_trap(data)
    if round.limits_starts:
        count_start(address)


def count_call(address, phone):
    """Count one call asked for from a network `address` (str) to a `phone` (str). ValidationError past a limit."""
    count(address_key(address, "call"), settings.CALLS_IN_AN_HOUR, TOO_MANY_CALLS)
    count(counting_key(f"{timezone.localdate()}", "call", phone), CALLS_A_DAY, TOO_MANY_CALLS)


def count_card(address, card):
    """Count one sending of a `card` (Card) asked for from a network `address` (str). ValidationError past a limit.

    The address may send CARDS_IN_AN_HOUR, one card CARDS_A_DAY, so that nobody fills a stranger's letter box with it.
    """
    count(address_key(address, "card"), settings.CARDS_IN_AN_HOUR, TOO_MANY_CARDS)
    count(counting_key(f"{timezone.localdate()}", "card", card.link_key), CARDS_A_DAY, SENT_OFTEN)


def count_file(address, draft):
    """Count one picture, sound or film from a network `address` (str) for a `draft` (VoiceDraft). ValidationError.

    The address may send FILES_IN_AN_HOUR, one person's answers FILES_OF_ONE_IN_AN_HOUR: each takes work to open.
    """
    count_files(address, draft.key)


def count_sound(address, user):
    """Count one sound from a network `address` (str) by a `user` (User), as `count_file`. Past the limit: the same."""
    count_files(address, f"user {user.pk}")


def count_files(address, whose):
    """Count one file under an `address` and under `whose` it is (str each), in this hour."""
    count(address_key(address, "file"), settings.FILES_IN_AN_HOUR, TOO_MANY_FILES)
    count(address_key(whose, "files of one"), settings.FILES_OF_ONE_IN_AN_HOUR, TOO_MANY_FILES)


def count(key, most, sentence):
    """Count one more under `key` (str). Past `most` (int): ValidationError with `sentence`, code too_many."""
    if not Knock.objects.filter(key=key).update(count=F("count") + 1):
        Knock.objects.bulk_create([Knock(key=key)], ignore_conflicts=True)
    if Knock.objects.filter(key=key, count__gt=most).exists():
        raise ValidationError(sentence, code="too_many")
