"""How the people behind some example voices were supported, so that the example worker has something in the list."""

from datetime import timedelta

from engagement.voices.models import Consent, Support, Voice
from engagement.voices.supporting import CONSENT_HOW

from .people import WORKS_AT


def load_supports(told, *, users, bodies):
    """Say how example voices were supported, where the data says so. `told`: list of ExampleVoice, all given already.

    `users`: first part of the address → User; `bodies`: slug → Body. What is there is left alone.
    """
    worker, organisation = users.get("worker"), bodies.get(WORKS_AT)
    supported = {voice.draft_key: voice.support for voice in told if voice.support}
    if not worker or not organisation or not supported:
        return
    for voice in Voice.objects.filter(draft_key__in=supported, support=None, taken_back_at=None):
        started = voice.given_at - timedelta(hours=1)
        Support.objects.create(
            by=worker, organisation=organisation, voice=voice, started_at=started, **supported[voice.draft_key]
        )
        Consent.objects.filter(voice=voice).update(how=CONSENT_HOW["said"])
