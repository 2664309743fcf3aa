"""A dated meeting of a body; decisions hang on it."""

import uuid

from django.db import models


class Meeting(models.Model):
    """One meeting."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    plain = models.TextField(blank=True, help_text="What the meeting is about, in Easy Read.")
    is_example = models.BooleanField(default=False, help_text="Made up, for showing the site.")

    class Meta:
        ordering = ["-held_on"]
        constraints = [models.UniqueConstraint(fields=["body", "held_on"], name="bodies_one_meeting_a_day")]

    def __str__(self):
        return f"{self.body}, {self.held_on:%-d %B %Y}"
