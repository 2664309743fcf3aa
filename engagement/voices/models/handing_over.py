"""The tablet is with the person: they see a visit's questions, and nothing of the worker's (docs/support.md)."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

MOST_TRIES = 5  # wrong numbers; after that only signing in brings the tablet back


class HandOverQuerySet(models.QuerySet):
    """Tablets that were handed over."""

    def out(self):
        """Those that are with the person now."""
        return self.filter(taken_back_at=None)


class HandOver(models.Model):
    """One time that a worker gave the tablet to the person. `key` is the SHA-256 of a secret only the tablet holds."""

    support = models.ForeignKey("voices.Support", on_delete=models.CASCADE, related_name="hand_overs")
    key = models.CharField(max_length=64, unique=True)
    pin = models.CharField(max_length=128, blank=True)  # as a password hash; "" : only signing in brings it back
    question_ids = models.JSONField(default=list)  # what the person is asked alone; it never changes (Q11)
    tries = models.PositiveSmallIntegerField(default=0)  # wrong numbers
    given_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)  # the person said so; their screens are shut then
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = HandOverQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["support"], condition=Q(taken_back_at=None), name="voices_one_tablet_a_visit"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | Q(taken_back_at__gte=F("given_at")), name="voices_taken_back_later"
            ),
            models.CheckConstraint(condition=Q(tries__lte=MOST_TRIES), name="voices_few_wrong_numbers"),
        ]

    def __str__(self):
        return f"Tablet of visit {self.support_id}"

    @property
    def is_locked(self):
        """Whether the number does not help any more: it was wrong too often, or there is none."""
        return not self.pin or self.tries >= MOST_TRIES
