"""Asking a body: by a person with a place, by their supporter, or by anyone."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ..models import AskedSound, BodyQuestion
from .places import is_supporter

ASKED_AFTER = 28  # days after a meeting in which people can still ask about it
LONGEST = 4000  # letters
NEEDS_WORDS = "Write your question."
AGAIN = "Something went wrong. Please press the button again."
TOO_LONG = "This is too long. Please write less, or ask more than 1 question."
TOO_LATE = "This meeting was a while ago. You can ask the group itself."
CALLED_OFF = "This meeting does not take place."
NOT_ANNOUNCED = "We do not know this meeting yet."
OTHER_MEETING = "Choose something on the agenda of this meeting."
NOT_YOUR_PLACE = "You can ask here when you have a place on this group."
WHOSE_FIRST = "Say whose words these are."
IS_ANSWERED = "This has an answer. So it stays."
NOT_YOURS = "You can take back only what you asked."
Kind, Whose = BodyQuestion.Kind, BodyQuestion.Whose


@transaction.atomic
def ask(
    *,
    body,
    words,
    key,
    kind=Kind.ASK,
    meeting=None,
    item=None,
    place=None,
    by=None,
    whose=Whose.OWN,
    at=None,
    sound=None,
):
    """Keep what somebody asks a body, exactly as written. Nobody sees it before it is read (DESIGN.md 6.4).

    `body`: Body; `words`: str; `key`: UUID of this asking, so that pressing twice keeps one; `kind`: a
    BodyQuestion.Kind; `meeting`: Meeting or None; `item`: AgendaItem or None. `place`: the PlaceHolder for whom it is
    asked, with `by`: the User who holds it or supports its holder; without a place nobody is named.
    `whose`: a BodyQuestion.Whose; `at`: datetime, for earlier asking. `sound`: a Cleaned and the name under
    which it is kept, from `ask_by_voice`; then no words are needed. Returns the BodyQuestion.
    Raises PermissionDenied, ValidationError.
    """
    if known := BodyQuestion.objects.filter(public_id=key).first():
        if (known.body_id, known.asked_by) != (body.pk, by if place else None):
            raise ValidationError(AGAIN)
        return known
    words = _checked_words(words, kind, sound)
    _check_meeting(body, meeting, item)
    if place:
        _check_place(place, body, by, whose)
    values = {"body": body, "meeting": meeting, "item": item, "kind": kind, "words": words, "whose": whose}
    values |= {"place": place, "has_place": bool(place), "asked_by": by if place else None}
    values |= {"asked_at": at or timezone.now(), "has_sound": bool(sound)}
    question, is_new = BodyQuestion.objects.get_or_create(public_id=key, defaults=values)  # two presses keep one
    if sound and is_new:
        cleaned, name = sound
        kept = {"file": name, "content_type": cleaned.content_type, "seconds": cleaned.seconds}
        AskedSound.objects.create(question=question, **kept)
    return question


def _checked_words(words, kind, sound=None):
    words = words.strip()
    if kind == Kind.ASK and not words and not sound:
        raise ValidationError({"words": NEEDS_WORDS})
    if len(words) > LONGEST:
        raise ValidationError({"words": TOO_LONG})
    return words


def _check_meeting(body, meeting, item):
    if meeting is None:
        return
    if meeting.body_id != body.pk or not meeting.announced_on:
        raise ValidationError(NOT_ANNOUNCED)
    if meeting.called_off:
        raise ValidationError(CALLED_OFF)
    if not can_ask_about(meeting):
        raise ValidationError(TOO_LATE)
    if item and item.meeting_id != meeting.pk:
        raise ValidationError({"item": OTHER_MEETING})


def can_ask_about(meeting):
    """Whether people can ask about a `meeting` (Meeting) today. Returns bool."""
    last = meeting.held_on + timedelta(days=ASKED_AFTER)
    return bool(meeting.announced_on) and not meeting.called_off and timezone.localdate() <= last


def _check_place(place, body, by, whose):
    """Only the holder speaks as themselves; a supporter always says whose words these are (3.2)."""
    supports = is_supporter(place, by)
    holds = place.holder_id == by.pk
    stands = type(place).objects.on().filter(pk=place.pk).exists()
    if place.seat.body_id != body.pk or not stands or not (holds or supports):
        raise PermissionDenied(NOT_YOUR_PLACE)
    if holds == (whose != Whose.OWN):
        raise ValidationError({"whose": WHOSE_FIRST})


@transaction.atomic
def take_back_question(*, question, by):
    """Take back what one asked while it has no answer; the words are gone then.

    `question`: BodyQuestion; `by`: the User who asked it, or whose place it was asked for.
    """
    question = BodyQuestion.objects.select_for_update().get(pk=question.pk)
    holder = question.place and question.place.holder_id
    if by.pk not in (question.asked_by_id, holder):
        raise PermissionDenied(NOT_YOURS)
    if question.answers.exists():
        raise ValidationError(IS_ANSWERED)
    question.taken_back_at = question.taken_back_at or timezone.now()
    question.words = question.shown_words = ""
    AskedSound.objects.filter(question=question).delete()
    question.has_sound = False
    question.save()
    return question
