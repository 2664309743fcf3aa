"""A worker puts an own entry right until somebody has read it, and notes that a person changed their mind (3.7)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from ..given import Given
from ..models import Answer
from ..models.voices import PERSONS_OWN
from ..permissions import changed_with_card
from ..supporting import ONLY_SUMMARY
from .changing import change_answer, locked
from .consenting import withdraw_consent
from .visiting import ALONE, check_own

BY_THE_PERSON = "The person changed this with the card. You cannot change it now."
WAS_READ = "Our staff have read this already. You cannot change it now. The person can change it with the card."


def was_read(voice):
    """Whether somebody read an answer of a `voice` (Voice). The readings are in a room to the left. Returns bool."""
    return Answer.objects.filter(voice=voice, readings__isnull=False).exists()


@transaction.atomic
def correct_answer(*, support, by, question, state="", now=None, **answer):
    """Write down anew what the person said to one question. What was there before stays as its own row.

    `support`: Support that was sent; `by`: its worker (User). The rest as in `change_answer`. Returns the Answer that
    stands. Raises PermissionDenied; ValidationError once it was read (code read), once the person changed it with the
    card (code person), or the round has closed.
    """
    check_own(support, by)
    voice = locked(support.voice)
    if changed_with_card(voice):
        raise ValidationError(BY_THE_PERSON, code="person")
    if was_read(voice):
        raise ValidationError(WAS_READ, code="read")
    if voice.answers.filter(question=question, is_current=True, alone=True).exists():
        raise ValidationError(ALONE, code="alone")
    given = Given.of(question, state=state, **answer)
    own = (given.provenance or voice.provenance) in PERSONS_OWN
    if own and given.summary and given.is_empty and not state:
        raise ValidationError(ONLY_SUMMARY, code="words")
    answer = change_answer(voice=voice, question=question, state=state, now=now, **answer)
    log(instance=voice, action="voices.corrected", user=by)
    return answer


@transaction.atomic
def withdraw_for_person(*, support, by, kind, now=None):
    """Note that the person agrees to one thing no longer, at any time. `kind`: a Consent.Kind. Returns bool."""
    check_own(support, by)
    gone = withdraw_consent(voice=support.voice, kind=kind, now=now)
    if gone:
        log(instance=support.voice, action="voices.consent_withdrawn", user=by)
    return gone
