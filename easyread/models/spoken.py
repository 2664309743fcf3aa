"""Sentences that a person reads aloud: the person's recording is heard in place of the browser's voice (M1, P7)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class SpokenQuerySet(models.QuerySet):
    """Which recordings may be heard."""

    def to_hear(self):
        """Those whose reader agrees today: the last day has not passed."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()))


class SpokenSentence(models.Model):
    """One sentence of our pages, read by a person who agreed. There is one recording of a sentence at most."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.TextField(help_text="The sentence, as it stands on the page.")
    fingerprint = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the sentence, as Listen sees it.")
    file = models.CharField(max_length=120, unique=True, help_text="Its name in the private storage.")
    seconds = models.FloatField(default=0)
    speaker = models.CharField(max_length=120, blank=True, help_text="Who reads it, when we may say so.")
    agreed_on = models.DateField(help_text="The day on which the person agreed.")
    ends_on = models.DateField(null=True, blank=True, help_text="The last day on which it may be heard.")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = SpokenQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("agreed_on")), name="easyread_spoken_ends_later"
            ),
            models.CheckConstraint(condition=~Q(text="") & ~Q(file=""), name="easyread_spoken_is_whole"),
        ]

    def __str__(self):
        return self.text

    @property
    def has_ended(self):
        """Whether its last day has passed (bool)."""
        return self.ends_on is not None and self.ends_on < timezone.localdate()
