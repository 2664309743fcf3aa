"""What an editor says of one sentence of a standard version: it is told in the Easy Read, or left out for a reason."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Covering(models.Model):
    """An editor's word on one sentence of the standard version of a page. It goes with exactly these words: when the
    sentence changes, somebody looks at it again."""

    class Verdict(models.TextChoices):
        COVERED = "covered", "The Easy Read says this"
        LEFT_OUT = "left_out", "We leave this out"

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="coverings")
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the sentence.")
    sentence = models.TextField(help_text="The standard sentence, as it was then.")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    covered_by = models.TextField(blank=True, help_text="The Easy Read sentence that says it.")
    why = models.TextField(blank=True, help_text="Why it is left out.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "fingerprint"], name="easyread_one_covering_a_sentence"),
            models.CheckConstraint(
                condition=Q(verdict="covered", why="") | (Q(verdict="left_out", covered_by="") & ~Q(why="")),
                name="easyread_left_out_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.get_verdict_display()}: {self.sentence[:60]}"


def fingerprint_of_sentence(sentence):
    """SHA-256 of a `sentence` (str), whatever its spaces, as hexadecimal digits. Returns str."""
    return hashlib.sha256(" ".join(sentence.split()).encode()).hexdigest()
