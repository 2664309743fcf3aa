"""The answers of a voice. A change is a new row; the old one stays and is no longer current."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from engagement.polls.models import DIGITS, PLACES

from .whose import KNOWN_PROVENANCE, WhoseWords, is_own, provenance_of

WITH_WORDS = Q(is_current=True) & ~Q(words="", summary="", attached=False)


class AnswerQuerySet(models.QuerySet):
    """Answers that stand, and whose words they are. Words under a concern are in none of them (3.6)."""

    def current(self):
        """The last answer to each question, of voices that were not taken back, without words that are held out.

        For what is read or shown. Counts of voices and choices stay as they are: they come from `cells`.
        """
        return self.filter(is_current=True, voice__taken_back_at=None, held_out=False)

    def with_words(self):
        """Answers that hold words, the person's or a supporter's summary, or a picture or sound. None held out."""
        return self.exclude(words="", summary="", attached=False).filter(held_out=False)

    def in_own_words(self):
        """Answers in the person's own words: said, or read back and agreed."""
        return self.filter(is_own())

    def said_by_others(self):
        """Answers that are a summary, what somebody saw, or somebody else's view."""
        return self.exclude(is_own())

    def with_whose(self):
        """Each with `told_as` (a Provenance): its own, or that of its voice."""
        return self.annotate(told_as=provenance_of())


class Answer(WhoseWords):
    """One voice's answer to one question."""

    class State(models.TextChoices):
        ANSWERED = "answered", "Answered"
        NOT_SURE = "not_sure", "I am not sure"
        NOT_SAID = "not_said", "I do not want to say"
        SKIPPED = "skipped", "Skipped"
        # On paper: left empty, which is not a "no"; or written so that nobody could read it (3.5).
        BLANK = "blank", "Blank on paper"
        UNREADABLE = "unreadable", "Could not read it"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    voice = models.ForeignKey("voices.Voice", on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey("polls.Question", on_delete=models.PROTECT, related_name="answers")
    state = models.CharField(max_length=10, choices=State.choices)
    words = models.TextField(blank=True)  # exactly as said; escaped wherever it is shown (DESIGN.md 6.4)
    # What a supporter understood, in the supporter's words: never mixed with the person's, never quoted as theirs.
    summary = models.TextField(blank=True)
    number = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    # By how many places the written choices were turned round on this person's page (Q3); empty where nothing turns.
    turned = models.PositiveSmallIntegerField(null=True, blank=True)
    attached = models.BooleanField(default=False)  # whether a picture, a sound or a film was given with it (Q6)
    given_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)
    # A group says several things to one question: its statements are 1, 2, 3 …; a person's one answer is 0.
    statement = models.PositiveSmallIntegerField(default=0)
    agreed = models.PositiveSmallIntegerField(null=True, blank=True)  # how many of the group agreed, where counted
    # Under a concern: its words are in no queue, theme, quote, export or page (3.6). Only flows of concerns set it.
    held_out = models.BooleanField(default=False)
    # Has a word of the list of words that worry: read first, and nothing more (3.6).
    worrying = models.BooleanField(default=False)
    # Given while the person had the worker's tablet: the worker does not see it (docs/support.md).
    alone = models.BooleanField(default=False)

    objects = AnswerQuerySet.as_manager()
    wagtail_reference_index_ignore = True  # Wagtail would ask the database at every save (F3)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["question", "is_current", "state"], name="voices_answers_counted"),
            # Those with words, oldest first, in all and question by question: what waits to be read (F7).
            models.Index(fields=["given_at", "id", "question"], condition=WITH_WORDS, name="voices_words_in_turn"),
            models.Index(fields=["question", "given_at", "id"], condition=WITH_WORDS, name="voices_words_asked"),
            models.Index(
                fields=["given_at", "id"], condition=WITH_WORDS & Q(worrying=True), name="voices_words_that_worry"
            ),
            # Those whose words are not of the same kind as their voice's: few, counted beside (cells).
            models.Index(fields=["question"], condition=~Q(provenance=""), name="voices_words_of_others"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "question", "statement"],
                condition=Q(is_current=True),
                name="voices_one_current_answer",
            ),
            models.CheckConstraint(
                condition=Q(agreed=None) | Q(statement__gte=1), name="voices_a_group_agrees_with_a_statement"
            ),
            models.CheckConstraint(
                condition=Q(words="") | Q(state__in=["answered", "not_sure"]), name="voices_words_only_when_answered"
            ),
            models.CheckConstraint(
                condition=Q(summary="") | Q(state__in=["answered", "not_sure"]),
                name="voices_summary_only_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(number=None) | Q(state="answered"), name="voices_number_only_when_answered"
            ),
            models.CheckConstraint(condition=KNOWN_PROVENANCE, name="voices_answer_says_whose"),
        ]

    def __str__(self):
        return f"Answer {self.public_id}"
