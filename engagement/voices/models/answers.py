"""The answers of a voice and its votes. A change is a new row; the old one stays and is no longer current."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

WITH_WORDS = Q(is_current=True) & ~Q(words="", summary="")


class AnswerQuerySet(models.QuerySet):
    """Answers that stand."""

    def current(self):
        """The last answer to each question, of voices that were not taken back."""
        return self.filter(is_current=True, voice__taken_back_at=None)

    def with_words(self):
        """Answers that hold words: the person's, or a supporter's summary of them."""
        return self.exclude(words="", summary="")


class Answer(models.Model):
    """One voice's answer to one question."""

    class State(models.TextChoices):
        ANSWERED = "answered", "Answered"
        NOT_SURE = "not_sure", "I am not sure"
        NOT_SAID = "not_said", "I do not want to say"
        SKIPPED = "skipped", "Skipped"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    voice = models.ForeignKey("voices.Voice", on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey("polls.Question", on_delete=models.PROTECT, related_name="answers")
    state = models.CharField(max_length=10, choices=State.choices)
    words = models.TextField(blank=True)  # exactly as said; escaped wherever it is shown (DESIGN.md 6.4)
    # What a supporter understood, in the supporter's words: never mixed with the person's, never quoted as theirs.
    summary = models.TextField(blank=True)
    given_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)

    objects = AnswerQuerySet.as_manager()
    wagtail_reference_index_ignore = True  # Wagtail would ask the database at every save (F3)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["question", "is_current", "state"], name="voices_answers_counted"),
            # Those with words, oldest first, in all and question by question: what waits to be read (F7).
            models.Index(fields=["given_at", "id", "question"], condition=WITH_WORDS, name="voices_words_in_turn"),
            models.Index(fields=["question", "given_at", "id"], condition=WITH_WORDS, name="voices_words_asked"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "question"], condition=Q(is_current=True), name="voices_one_current_answer"
            ),
            models.CheckConstraint(
                condition=Q(words="") | Q(state__in=["answered", "not_sure"]), name="voices_words_only_when_answered"
            ),
            models.CheckConstraint(
                condition=Q(summary="") | Q(state__in=["answered", "not_sure"]),
                name="voices_summary_only_when_answered",
            ),
        ]

    def __str__(self):
        return f"Answer {self.public_id}"


class AnswerChoice(models.Model):
    """One choice of an answer to a question that is not a poll."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="chosen")
    choice = models.ForeignKey("polls.Choice", on_delete=models.PROTECT, related_name="chosen")

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "choice"], name="voices_a_choice_once")]

    def __str__(self):
        return f"{self.answer_id}: {self.choice_id}"


class Vote(models.Model):
    """One voice's choice in one poll: at most one that counts, by database constraint (DESIGN.md 6.2)."""

    voice = models.ForeignKey("voices.Voice", on_delete=models.CASCADE, related_name="votes")
    poll = models.ForeignKey("polls.Poll", on_delete=models.PROTECT, related_name="votes")
    choice = models.ForeignKey("polls.Choice", on_delete=models.PROTECT, related_name="votes")
    given_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["poll", "is_current", "choice"], name="voices_votes_counted")]
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "poll"], condition=Q(is_current=True), name="voices_one_vote_a_poll"
            ),
        ]

    def __str__(self):
        return f"Vote in poll {self.poll_id}"
