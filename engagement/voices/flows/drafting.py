"""Answering before sending: a draft is begun, each answer is stored at Next, and old drafts go."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..about import cleaned_about
from ..given import NOTHING_ARRANGED, Given
from ..keys import key_of, new_secret
from ..models import ComeBack, DraftAnswer, Knock, VoiceDraft
from ..permissions import check_may_answer
from ..said import ENDED, GONE, WITHOUT_ANSWER
from ..signals import device_cleared, old_drafts_cleared

TOLD = ("words", "summary", "provenance", "turned", *NOTHING_ARRANGED)  # of an answer: what a new one replaces


@transaction.atomic
def start_draft(*, round, secret="", now=None):
    """Begin one person's answers to a `round` (RoundPage). Returns (VoiceDraft, str): the draft and its secret.

    `secret`: a secret made earlier, when the form was shown; the same secret gives the same draft. The list of
    questions is kept with the draft, so that "Question 2 of 6" stays true to the end (Q11).
    """
    check_may_answer(round, now or timezone.now())
    secret = secret or new_secret()
    asked = list(round.question_rows.asked().values_list("pk", flat=True))
    draft, _ = VoiceDraft.objects.get_or_create(key=key_of(secret), defaults={"round": round, "question_ids": asked})
    return draft, secret


@transaction.atomic
def save_answer(*, draft, question, state="", now=None, **answer):
    """Store one answer of an unsent voice, when the person presses Next (6.1).

    `draft`: VoiceDraft. `question`: Question. `state`: "" for Next, or an Answer.State for what the person pressed:
    skipped, not_said, not_sure. `answer`: what was given, each part as in `Given` and none of them needed. What was
    typed stays in the draft even when the person skips; it is not sent. Returns the state (str). Raises
    ValidationError and stores nothing when refused.
    """
    check_may_answer(draft.round, now or timezone.now(), draft)
    if question.pk not in draft.question_ids or question.ended_at:
        raise ValidationError(ENDED, code="ended")
    given = Given.of(question, state=state, **answer)
    attached = given.is_empty and not state and draft.attachments.filter(question=question, trouble="").exists()
    state = given.checked_state(question, state, attached=attached)
    write_rows(draft, [row_of(draft, question, state, given)])
    return state


@transaction.atomic
def clear_answer(*, draft, question, now=None):
    """Take away one answer of an unsent voice: a person who cleared it has not answered, and has not skipped (Q5).

    `draft`: VoiceDraft. `question`: Question. Raises ValidationError when the round is closed or the draft is gone.
    """
    check_may_answer(draft.round, now or timezone.now(), draft)
    write_rows(draft, [])
    draft.answers.filter(question=question).delete()


def row_of(draft, question, state, given):
    """One answer of a `draft` (VoiceDraft) as its row, not written yet. `given`: Given. Returns a DraftAnswer."""
    arranged = NOTHING_ARRANGED if state in WITHOUT_ANSWER else given.arranged()
    return DraftAnswer(draft=draft, question=question, state=state, **given.told(), **arranged)


def write_rows(draft, rows):
    """Write DraftAnswer `rows` of a draft, each over the one before. Raises ValidationError when the draft is gone."""
    if not VoiceDraft.objects.filter(pk=draft.pk).update(saved_at=timezone.now(), stopped_at=""):
        raise ValidationError(GONE, code="gone")  # sent or cleared in another tab
    DraftAnswer.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["draft", "question"], update_fields=["state", *TOLD]
    )


@transaction.atomic
def save_about(*, draft, now=None, **about):
    """Store what a person told about themselves, apart from what they said.

    `about`: who (list of Speaking values), place (str), helped (str), whose (a Provenance), and what may be shown:
    publish, picture, voice (bool each). Each may be left out. Raises ValidationError when a value is not one that can
    be chosen.
    """
    check_may_answer(draft.round, now or timezone.now(), draft)
    draft.about, draft.stopped_at = cleaned_about(about), ""
    draft.save(update_fields=["about", "stopped_at", "saved_at"])


@transaction.atomic
def clear_draft(*, draft):
    """Remove one person's unsent answers at once: they pressed "Finish and clear"."""
    ComeBack.objects.filter(draft_key=draft.key).delete()
    VoiceDraft.objects.filter(pk=draft.pk).delete()


@transaction.atomic
def clear_device(*, secret):
    """A person is finished with this device: what other rooms keep unsent under its `secret` (str) goes too."""
    device_cleared.send(sender=VoiceDraft, key=key_of(secret))


@transaction.atomic
def clear_old_drafts(*, now=None):
    """Remove drafts that nobody came back to within DAYS_TO_COME_BACK, and old counts. Returns int: drafts gone.

    A worker's visit stays as long as its round is open, and so many days longer: what was noted is never lost.
    """
    now = now or timezone.now()
    day = now - timedelta(days=settings.DAYS_TO_COME_BACK)
    still_needed = Q(round__closes_on=None) | Q(round__closes_on__gte=timezone.localdate(day))
    by_worker = Q(support__isnull=False) | Q(group_session__isnull=False)
    old = VoiceDraft.objects.filter(saved_at__lt=day).exclude(still_needed & by_worker)
    count = old.count()
    old.delete()
    Knock.objects.filter(made_at__lt=now - timedelta(days=1)).delete()
    old_drafts_cleared.send(sender=VoiceDraft, now=now)
    return count
