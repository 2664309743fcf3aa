"""The summary of voices that stands with a decision: what each round came to when its outcome was published (3.11)."""

from django.db import models

from engagement.voices.small_numbers import is_small


class RoundSummary(models.Model):
    """How many spoke in one round before a decision. Kept as it stood then; the splits as they may be public (3.9)."""

    decision = models.ForeignKey("decisions.Decision", on_delete=models.CASCADE, related_name="summaries")
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.PROTECT, related_name="summaries")
    voices = models.PositiveIntegerField(help_text="Exact. Shown to everybody unless there were few.")
    someone_else = models.PositiveIntegerField(default=0, help_text="Views of someone else, where they count apart.")
    workshops = models.PositiveIntegerField(default=0)
    workshop_people = models.PositiveIntegerField(default=0)
    small_workshops = models.PositiveIntegerField(default=0)
    whose = models.JSONField(null=True, blank=True, help_text="Whose words, rounded; empty where few could be found.")
    speaking = models.JSONField(null=True, blank=True, help_text="Who was speaking, in the same way.")

    late = models.PositiveIntegerField(default=0, help_text="How much had come after closing by then.")

    class Meta:
        ordering = ["round__opens_on", "pk"]
        verbose_name_plural = "round summaries"
        constraints = [
            models.UniqueConstraint(fields=["decision", "round"], name="decisions_one_summary_a_round"),
        ]

    def __str__(self):
        return f"{self.round}: {self.voices}"

    @property
    def is_hidden(self):
        """Whether even its total is hidden: few took part, or the PMU said so (SEAMS.md, Counting)."""
        return self.round.small_round or is_small(self.voices)

    @property
    def is_as_counted_now(self):
        """Whether nothing came to the round since. Two splits of different days, side by side, could say who came."""
        kept = getattr(self.round, "closing_counts", None)
        return kept is not None and kept.late == self.late

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("What stood when a body decided is never changed.")
        super().save(*args, **kwargs)
