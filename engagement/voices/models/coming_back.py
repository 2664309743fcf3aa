"""The card of somebody who stopped in the middle: the way back to unsent answers, on any device (Q10)."""

from django.db import models


class ComeBack(models.Model):
    """One card of *Stop now*. Its link opens the unsent answers on another device (docs/answering.md).

    `key` is the SHA-256 of the link's token. `sealed` is the device's secret, closed with that token: the database
    alone opens nothing. It stays when the answers are sent, so that the link then leads to the card.
    """

    key = models.CharField(max_length=64, unique=True)
    draft_key = models.CharField(max_length=64, unique=True)  # of the VoiceDraft, and later of the Voice
    sealed = models.CharField(max_length=400)
    until = models.DateField(db_index=True)  # the last day on which the link opens the answers

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"A way back until {self.until:%-d %B %Y}"
