"""Sentences that a person reads aloud: the person's recording is heard in place of the browser's voice (M1, P7)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ..media.limits import READING

IS_READY = Q(waiting=False, trouble="")


class SpokenQuerySet(models.QuerySet):
    """Which recordings may be heard."""

    def ready(self):
        """Those that were written anew: nothing else is ever given to anybody (S3)."""
        return self.filter(IS_READY)

    def to_hear(self):
        """Those that are ready and whose reader agrees today: the last day has not passed."""
        return self.ready().filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()))


class SpokenSentence(models.Model):
    """One sentence of our pages, read by a person who agreed.

    There is one recording of a sentence at most, and beside it one that the worker still opens, or could not open.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.TextField(help_text="The sentence, as it stands on the page.")
    fingerprint = models.CharField(
        max_length=64, db_index=True, help_text="SHA-256 of the sentence, as Listen sees it."
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The page for which it was recorded; it is heard on every page with this sentence.",
    )
    part = models.CharField(max_length=64, blank=True, help_text="The key of the part of that page.")
    file = models.CharField(max_length=120, unique=True, help_text="Its name in the private storage.")
    seconds = models.FloatField(default=0)
    waiting = models.BooleanField(default=False, editable=False)
    trouble = models.CharField(max_length=160, blank=True, editable=False)
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
            models.UniqueConstraint(fields=["fingerprint"], condition=IS_READY, name="easyread_spoken_one_heard"),
            models.UniqueConstraint(fields=["fingerprint"], condition=~IS_READY, name="easyread_spoken_one_coming"),
        ]

    def __str__(self):
        return self.text

    @property
    def has_ended(self):
        """Whether its last day has passed (bool)."""
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    @property
    def opened_as(self):
        """What kind of file it is opened as, a name of easyread.media.limits."""
        return READING

    @property
    def is_ready(self):
        """Whether it was written anew, so that somebody may hear it (bool)."""
        return not (self.waiting or self.trouble)
