"""When the last day of a round was moved, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from easyread.blocks import lines


class ClosingMoved(models.Model):
    """One move of the last day of a round: never earlier, and the reason is public (3.13)."""

    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="moves")
    moved_from = models.DateField()
    moved_to = models.DateField()
    reason = models.TextField(help_text="Why, in Easy Read. Everybody can read it.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name_plural = "moved last days"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(moved_to__gt=models.F("moved_from")), name="proposals_closes_later_never_earlier"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="proposals_closes_later_with_a_reason"),
        ]

    def __str__(self):
        return f"{self.moved_from} → {self.moved_to}"

    @property
    def reasons(self):
        """Why, as a list of sentences."""
        return lines(self.reason)
