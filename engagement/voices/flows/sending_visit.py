"""Sending what one person said to a worker: a voice with its card, its consents, and how the person was supported."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from .. import supporting
from ..keys import new_secret
from ..models import Consent, DraftAnswer, Support, Voice
from .calling import call_done
from .sending import send_draft
from .visiting import WITH_PERSON, check_own
from .worrying import follow_to_voice


@transaction.atomic
def send_visit(*, support, by, secret="", now=None):
    """Turn an unsent visit into one voice; the same visit always gives the same voice (R2).

    `support`: Support; `by`: the worker (User). `secret`: what the card is made from, made when the page was shown; it
    is kept nowhere, so the card can be shown only right after. Returns the Voice. Raises PermissionDenied;
    ValidationError with what is missing, or when the round is not open, and then nothing is stored.
    """
    check_own(support, by)
    if support.hand_overs.out().exists():
        raise ValidationError(WITH_PERSON, code="over")
    support = Support.objects.select_for_update(of=("self",)).get(pk=support.pk)
    if support.is_sent:
        return Voice.objects.select_related("card", "round").get(pk=support.voice_id)
    refuse_missing(support)
    channel = Voice.Channel.PHONE if support.by_phone else Voice.Channel.WORKER
    voice = send_draft(key=support.draft.key, secret=secret or new_secret(), channel=channel, entered_by=by)
    add_consents(voice, support.agrees_to, now or timezone.now())
    Support.objects.filter(pk=support.pk).update(draft=None, voice=voice, agrees_to={})
    if support.call_id:  # the call was for this: the number goes
        call_done(call=support.call, by=by)
    follow_to_voice(voice)
    log(instance=voice, action="voices.entered", user=by)
    return voice


def refuse_missing(support):
    """Raise ValidationError with each thing that the worker must still say; code is the step (str) to go to."""
    wrong = [ValidationError(sentence, code=step) for step, _, sentence in supporting.missing(support)]
    whose = supporting.whose_of(support)
    answers = list(DraftAnswer.objects.filter(draft=support.draft_id))
    if any(supporting.is_not_theirs(whose, answer) for answer in answers):
        wrong.append(ValidationError(supporting.NOT_THEIRS, code="whose"))
    for answer in answers:
        if supporting.only_summary(whose, answer):
            wrong.append(ValidationError(supporting.ONLY_SUMMARY, code=f"question-{answer.question_id}"))
    if wrong:
        raise ValidationError(wrong)


def add_consents(voice, agrees_to, now):
    """Insert what the person agreed to, each with how they showed it. `agrees_to`: dict Consent.Kind → how (str)."""
    Consent.objects.bulk_create(
        Consent(voice=voice, kind=kind, how=supporting.CONSENT_HOW[how], given_at=now)
        for kind, how in agrees_to.items()
    )
