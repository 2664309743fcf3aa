"""What a closed round came to, kept so that nobody waits while a million rows are counted again (6.5, F7)."""

from django.db import models


class ClosingCounts(models.Model):
    """The counts of one closed round: made from its rows, never by hand, and compared with them by `recount`."""

    round = models.OneToOneField("proposals.RoundPage", on_delete=models.CASCADE, related_name="closing_counts")
    closes_on = models.DateField(null=True)  # the last day they were counted for; a round that closes later counts anew
    cells = models.JSONField(null=True)  # as `engagement.voices.cells` gives them; None: not counted yet
    # The edges between which amounts were shown first, by question: they stay, as two versions could be compared.
    bands = models.JSONField(default=dict, blank=True)
    late = models.PositiveIntegerField(default=0)  # what came after closing, so that a count that missed it is seen

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "closing counts"

    def __str__(self):
        return f"Closing counts of round {self.round_id}"

    @property
    def voices(self):
        """How many voices and sessions of groups the cells hold (int)."""
        return sum(cell[-1] for cell in self.cells or [] if cell[0] in ("voice", "group"))
