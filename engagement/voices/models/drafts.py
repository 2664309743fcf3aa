"""A voice that is not sent yet: each answer is stored when the person presses Next (DESIGN.md 6.1)."""

from django.db import models


class VoiceDraft(models.Model):
    """One person's answers so far in one round. Found by a secret that only the person's device holds.

    `key` is the SHA-256 of that secret: nobody who reads the database can continue somebody's answers.
    """

    key = models.CharField(max_length=64, unique=True)
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="voice_drafts")
    about = models.JSONField(default=dict, blank=True)  # what "About you" holds so far
    started_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True, db_index=True)

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
    choice_ids = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "question"], name="voices_one_draft_answer")]

    def __str__(self):
        return f"{self.question}: {self.state}"
