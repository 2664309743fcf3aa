"""*Did this feel true?*: what people say of a promise, once their plan has ended."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class FeltTrueQuerySet(models.QuerySet):
    """Answers that stand."""

    def current(self):
        """The last answer of each card."""
        return self.filter(is_current=True)

    def unread(self):
        """Those with words that nobody has read, oldest first."""
        return self.current().exclude(why="").filter(read_at=None).order_by("given_at", "pk")


class FeltTrue(models.Model):
    """Whether the promise of a round felt true to one person who took part. A change is a new row."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        SOME = "some", "Some of it"
        NO = "no", "No"
        NOT_SURE = "not_sure", "I am not sure"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    voice = models.ForeignKey("voices.Voice", on_delete=models.CASCADE, related_name="felt_true")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    why = models.TextField(blank=True)  # exactly as typed; read before anyone sees it
    given_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    may_show = models.BooleanField(default=False)

    objects = FeltTrueQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "felt true"
        indexes = [models.Index(fields=["given_at", "id"], condition=~Q(why=""), name="decisions_felt_in_words")]
        constraints = [
            models.UniqueConstraint(
                fields=["voice"], condition=Q(is_current=True), name="decisions_each_card_says_it_once"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["yes", "some", "no", "not_sure"]), name="decisions_known_feeling"
            ),
            models.CheckConstraint(
                condition=Q(may_show=False) | Q(read_at__isnull=False, read_by__isnull=False),
                name="decisions_shown_when_read",
            ),
        ]

    def __str__(self):
        return f"Felt true {self.public_id}"
