"""Hands in a group: +1, and one taken back. Each press is a row with its own token, so that it counts once (R2)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from engagement.polls.flows import freeze

from ..hands import refuse_choice, refuse_tap
from ..models import Hands, Tap
from ..said import CHANGED_MEANWHILE, NOT_A_CHOICE
from .grouping import note_correction, open_session

STEPS = (1, -1)


@transaction.atomic
def tap_hand(*, session, by, choice, step, token, pile="", now=None):
    """Count one more hand for a `choice` (Choice), or take one back. Returns how many are up now (int).

    `session`: GroupSession; `by`: its worker (User). `step`: 1 or -1. `pile`: where people sort things, for which pile
    (str). `token`: UUID of the page on which it was pressed: the same token again changes nothing. Raises
    PermissionDenied; ValidationError when there would be more hands than people, or fewer than none, and then nothing
    is stored.
    """
    if step not in STEPS:
        raise ValidationError(NOT_A_CHOICE, code="choice")
    session, now = open_session(session, by, now), now or timezone.now()
    here = {"session": session, "choice": choice, "pile": pile}
    hands = Hands.objects.filter(**here).first()
    if session.taps.filter(token=token).exists():
        return hands.count if hands else 0
    refuse_choice(choice.question, choice, pile)
    hands = hands or Hands.objects.create(**here, present=session.present)
    refuse_tap(session, choice.question, hands, step)
    hands.count += step
    hands.save(update_fields=["count"])
    Tap.objects.create(**here, token=token, step=step, by=by, at=now)
    if session.is_sent:
        answer_with_hands(session.voice, choice.question, now)
        freeze_polls([choice.question], [hands], now)
        note_correction(session, by, now)
    return hands.count


def answer_with_hands(voice, question, now):
    """Say that the group was asked a `question` (Question) by hands: an answer without words, once."""
    voice.answers.get_or_create(
        question=question, statement=0, is_current=True, defaults={"state": "answered", "given_at": now}
    )


def freeze_polls(questions, hands, now):
    """Freeze each poll among `questions` in which hands were counted, as its first vote does (SEAMS.md, Counting).

    `hands`: list of Hands. Raises ValidationError when a poll was written anew since its hands were up.
    """
    for question in questions:
        poll = getattr(question, "poll", None)
        if poll is None:
            continue
        freeze(poll=poll, at=now)
        up = {row.choice_id for row in hands if row.count and row.choice.question_id == question.pk}
        if not up <= poll.frozen_choices:
            raise ValidationError(CHANGED_MEANWHILE, code="changed")
