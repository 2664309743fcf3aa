"""The papers that facts about bodies are from."""

import uuid

from django.db import models


class Paper(models.Model):
    """A document that says something about a body."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=255)
    short_title = models.CharField(max_length=120)
    publisher = models.CharField(max_length=160, blank=True)
    date_words = models.CharField(max_length=160, blank=True, help_text="The date, as far as the paper says it.")
    about = models.TextField(blank=True, help_text="What this paper is, in Easy Read.")

    class Meta:
        ordering = ["short_title"]

    def __str__(self):
        return self.short_title
