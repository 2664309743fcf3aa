"""Saying something about one sentence or one picture of a draft, and reading what was said."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from easyread.signals import content_changed
from engagement.heard.permissions import check_may_read
from engagement.proposals.models import RoundPage
from engagement.voices.flows import begin_voice, raise_concern
from engagement.voices.models import Concern
from engagement.voices.said import MOST_WORDS, TOO_LONG, clean_words

from ..gates import newest_of
from ..models import Comment, UnsentWords
from ..places import place_in

NO_KIND = "Press 1 of the 3 buttons."
NEEDS_WORDS = "Type your words first."
GONE = "The draft does not say this any more. Please read the draft again."
NEWER = "There is a newer draft. Please read the newer draft."
NOT_HERE = "You cannot say something about this draft now."
TOO_MANY = "You said many things already. Please ask us for help."
MOST_COMMENTS = 300  # rows of one voice


def say_about(*, draft, place, round, secret, kind, words="", now=None, given_at=None, **how):
    """Say something about one sentence or one picture of a draft.

    `draft`: Draft, the last that is out. `place`: key of the sentence (str). `round`: the open *Make it together* of
    its plan. `secret`: of the person's device (str). `kind`: a Comment.Kind. `how`: as in `begin_voice`. The same again
    is the same row; other words are a new row, and the old one stays. Returns the Comment. Raises ValidationError.
    """
    touched, words = checked(draft, place, round, kind, clean_words(words))
    with transaction.atomic():
        voice = begin_voice(round=round, secret=secret, now=now, given_at=given_at, **how)
        UnsentWords.objects.filter(key=voice.draft_key, draft=draft, place=place).delete()
        return store(voice, draft, touched, kind, words, given_at or now or timezone.now())


def checked(draft, place, round, kind, words):
    """The Place and the words, or ValidationError when this cannot be said here."""
    if kind not in Comment.Kind.values:
        raise ValidationError(NO_KIND, code="kind")
    if kind == Comment.Kind.SAY and not words:
        raise ValidationError(NEEDS_WORDS, code="words")
    if len(words) > MOST_WORDS:
        raise ValidationError(TOO_LONG, code="words")
    if round.kind != RoundPage.Kind.MAKE_TOGETHER or round.proposal.pk != draft.proposal_id:
        raise ValidationError(NOT_HERE, code="not_open")
    if newest_of(draft.proposal_id) != draft:
        raise ValidationError(NEWER, code="newer")
    touched = place_in(draft.easy_read, place)
    if touched is None:
        raise ValidationError(GONE, code="gone")
    return touched, words


def store(voice, draft, place, kind, words, now):
    """Write the row, or give the one that says so already. Returns the Comment."""
    same = {"voice": voice, "draft": draft, "place": place.key, "kind": kind, "is_current": True}
    try:
        with transaction.atomic():
            return find_same(same, words) or write(same, place, words, now)
    except IntegrityError:  # two presses at once: the other one is stored
        if found := Comment.objects.filter(**same).first():
            return found
        raise


def find_same(same, words):
    """The row that says the same, or says more because nothing was typed now. Another one is set aside. Or None."""
    found = Comment.objects.select_for_update().filter(**same).first()
    if found and (found.words == words or not words):
        return found
    if found:
        Comment.objects.filter(pk=found.pk).update(is_current=False)
    return None


def write(same, place, words, now):
    """Insert a new row. Raises ValidationError past MOST_COMMENTS of one voice. Returns the Comment."""
    if Comment.objects.filter(voice=same["voice"]).count() >= MOST_COMMENTS:
        raise ValidationError(TOO_MANY, code="too_many")
    held = Concern.objects.holding().filter(voice=same["voice"], question=None).exists()
    told = {"is_picture": place.is_picture, "sentence": place.words, "words": words, "given_at": now}
    return Comment.objects.create(**same, **told, held_out=held)


@transaction.atomic
def read_comments(*, comments, by, may_show):
    """Keep that somebody read what people said about a draft. `comments`: queryset of Comment; `by`: User.

    `may_show`: whether the words may be shown, by everybody's consent. Reading again changes that. Returns int.
    Raises PermissionDenied.
    """
    check_may_read(by)
    rows = Comment.objects.standing().filter(pk__in=comments.values("pk"))
    count = rows.update(read_at=timezone.now(), read_by=by, may_show=may_show)
    for draft in {comment.draft for comment in rows.select_related("draft")[:1]}:
        log(instance=draft, action="shaping.read", user=by, data={"comments": count, "may_show": may_show})
    content_changed.send(sender=Comment)
    return count


@transaction.atomic
def worry_about(*, comment, by):
    """Somebody who reads is worried about a person: a lead is told at once, and the words go out of every list (3.6).

    `comment`: Comment; `by`: User. Returns the Concern. Raises PermissionDenied.
    """
    check_may_read(by)
    said = f"{comment.get_kind_display()}: “{comment.sentence}” {comment.words}".strip()
    return raise_concern(by=by, thing=comment.voice, worry=f"Said about a draft. {said}")


@transaction.atomic
def hold_comments(*, voice, held):
    """Hold out what a `voice` (Voice) said about drafts while somebody is worried; `held`: False puts it back."""
    Comment.objects.filter(voice=voice).update(held_out=held)
    content_changed.send(sender=Comment)


@transaction.atomic
def forget_comments(*, voice):
    """Erase the words of a voice that was taken back. That something was hard or wrong still counts, if it may."""
    said = Comment.objects.filter(voice=voice)
    said.filter(kind=Comment.Kind.SAY).update(is_current=False)
    said.update(words="", may_show=False)
    content_changed.send(sender=Comment)
