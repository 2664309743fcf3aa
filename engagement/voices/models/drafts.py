"""A voice that is not sent yet: each answer is stored when the person presses Next (DESIGN.md 6.1)."""

from django.db import models

from engagement.polls.models import DIGITS, PLACES


class VoiceDraft(models.Model):
    """One person's answers so far in one round. Found by a secret that only the person's device holds.

    `key` is the SHA-256 of that secret: nobody who reads the database can continue somebody's answers.
    """

    key = models.CharField(max_length=64, unique=True)
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="voice_drafts")
    question_ids = models.JSONField(default=list)  # what was asked when it began: the count never changes midway (Q11)
    about = models.JSONField(default=dict, blank=True)  # what "About you" holds so far
    stopped_at = models.CharField(max_length=20, blank=True, default="")  # at which page: views/places.py
    started_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True, db_index=True)

    wagtail_reference_index_ignore = True  # Wagtail would ask the database at every save (F3)

    class Meta:
        ordering = ["-saved_at"]

    def __str__(self):
        return f"Unsent voice in {self.round}"


class DraftAnswer(models.Model):
    """One answer of an unsent voice."""

    draft = models.ForeignKey(VoiceDraft, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey("polls.Question", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    summary = models.TextField(blank=True)  # a supporter's, apart from the person's words (3.2)
    choice_ids = models.JSONField(default=list, blank=True)  # in the order in which they were put, where that counts
    piles = models.JSONField(default=dict, blank=True)  # of a question where people sort: id of a choice (str) → pile
    number = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    turned = models.PositiveSmallIntegerField(null=True, blank=True)  # as in Answer
    provenance = models.CharField(max_length=15, blank=True, default="")  # where it differs from the whole (3.2)
    alone = models.BooleanField(default=False)  # while the person had the worker's tablet

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "question"], name="voices_one_draft_answer")]

    def __str__(self):
        return f"{self.question}: {self.state}"


class Knock(models.Model):
    """How many people started to answer from one address in one hour (S6): in the database, so that workers share it.

    `key` is a keyed hash of the address and the hour. No address is stored, and the rows go each day.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.count} starts"
