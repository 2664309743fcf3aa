"""A voice that says something other than answers first, such as a word about one sentence of a draft."""

import secrets

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ..keys import key_of
from ..models import Voice, VoiceDraft
from ..permissions import TAKEN_BACK, check_may_answer, check_was_open
from .sending_rows import add_card


def begin_voice(*, round, secret, now=None, given_at=None, **kind):
    """The voice of the person with `secret` (str) in a `round` (RoundPage): the one that is there, or a new one (R2).

    A new one has a card and no answers yet. Answers of the same person that are sent later become part of it.
    `given_at`: datetime, for words given earlier; `kind`: is_example, channel, entered_by. Returns the Voice with its
    card. Raises ValidationError when the round is not open, or the person took back all they said.
    """
    now = given_at or now or timezone.now()
    draft = VoiceDraft.objects.filter(key=key_of(secret)).first()
    check_was_open(round, now) if given_at else check_may_answer(round, now, draft)
    voice = find_begun(secret) or make_begun(round, secret, now, kind)
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
    return voice


def find_begun(secret):
    """The voice that was made with `secret` (str), with its card and round, or None."""
    return Voice.objects.select_related("card", "round").filter(draft_key=key_of(secret)).first()


def make_begun(round, secret, now, kind):
    """A new voice with its card and nothing said yet. Two at once give one. Returns the Voice."""
    try:
        with transaction.atomic():
            salt = secrets.token_hex(32)
            voice = Voice.objects.create(round=round, draft_key=key_of(secret), given_at=now, salt=salt, **kind)
            add_card(voice, secret)
            return voice
    except IntegrityError:
        if voice := find_begun(secret):
            return voice
        raise
