"""Answering before sending: a draft is begun, each answer is stored at Next, and old drafts go."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..about import cleaned_about
from ..keys import key_of, new_secret
from ..models import DraftAnswer, Knock, VoiceDraft
from ..permissions import check_may_answer
from ..said import ENDED, GONE, WITHOUT_ANSWER, checked_provenance, checked_state, clean_words


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
def save_answer(*, draft, question, choices=(), words="", summary="", state="", provenance="", now=None):
    """Store one answer of an unsent voice, when the person presses Next (6.1).

    `draft`: VoiceDraft. `question`: Question. `choices`: Choice rows. `words`: str. `state`: "" for Next, or an
    Answer.State for what the person pressed: skipped, not_said, not_sure. `summary`: a supporter's own words, apart
    from the person's (3.2). `provenance`: whose words they are, "" for as the whole voice. What was typed stays in the
    draft even when the person skips; it is not sent. Returns the state (str). Raises ValidationError and stores
    nothing when refused.
    """
    check_may_answer(draft.round, now or timezone.now(), draft)
    if question.pk not in draft.question_ids or question.ended_at:
        raise ValidationError(ENDED, code="ended")
    choices, words, summary = list(choices), clean_words(words), clean_words(summary)
    attached = not (choices or words or state) and draft.attachments.filter(question=question).exists()
    state = checked_state(question, choices=choices, words=words, summary=summary, state=state, attached=attached)
    told = {"words": words, "summary": summary, "provenance": checked_provenance(provenance)}
    store_answer(draft, question, state, choices, told)
    return state


def store_answer(draft, question, state, choices, told):
    """Write one row for one question of a draft, the newest over the one before. `told`: dict of what was said."""
    if not VoiceDraft.objects.filter(pk=draft.pk).update(saved_at=timezone.now()):
        raise ValidationError(GONE, code="gone")  # sent or cleared in another tab
    chosen = [] if state in WITHOUT_ANSWER else [choice.pk for choice in choices]
    row = DraftAnswer(draft=draft, question=question, state=state, choice_ids=chosen, **told)
    DraftAnswer.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["draft", "question"],
        update_fields=["state", "choice_ids", *told],
    )


@transaction.atomic
def save_about(*, draft, now=None, **about):
    """Store what a person told about themselves, apart from what they said.

    `about`: who (list of Speaking values), place (str), helped (str), whose (a Provenance), and what may be shown:
    publish, picture, voice (bool each). Each may be left out. Raises ValidationError when a value is not one that can
    be chosen.
    """
    check_may_answer(draft.round, now or timezone.now(), draft)
    draft.about = cleaned_about(about)
    draft.save(update_fields=["about", "saved_at"])


@transaction.atomic
def clear_draft(*, draft):
    """Remove one person's unsent answers at once: they pressed "Finish and clear"."""
    VoiceDraft.objects.filter(pk=draft.pk).delete()


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
    return count
