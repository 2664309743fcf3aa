"""What people agree to: each thing by itself, given and taken back with its day (3.7)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from easyread.signals import content_changed

from ..models import Consent
from ..permissions import TAKEN_BACK
from .changing import locked


@transaction.atomic
def give_consent(*, voice, kind, how="on this website", now=None):
    """Agree to one thing. `voice`: Voice. `kind`: a Consent.Kind. Agreed already: nothing changes. Returns the Consent.

    It may be given after the round closed too: it changes no count.
    """
    voice = locked(voice)
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
    standing = voice.consents.filter(kind=kind, withdrawn_at=None).first()
    content_changed.send(sender=Consent)
    return standing or Consent.objects.create(voice=voice, kind=kind, how=how, given_at=now or timezone.now())


@transaction.atomic
def withdraw_consent(*, voice, kind, now=None):
    """Take back the agreement to one thing, at any time. Returns bool: whether there was one."""
    content_changed.send(sender=Consent)
    standing = voice.consents.filter(kind=kind, withdrawn_at=None)
    return bool(standing.update(withdrawn_at=now or timezone.now()))
