"""Where a round stands on a day: cleared, opened, closed. Opening is apart from publishing (SEAMS.md)."""

from django.db import models
from django.utils import timezone
from wagtail.query import PageQuerySet


class RoundQuerySet(PageQuerySet):
    """Rounds by where they stand on a day."""

    def opened_by(self, day):
        """Rounds that were cleared, and whose first day had come on `day` (date)."""
        return self.filter(cleared_on__lte=day, opens_on__lte=day)

    def open_on(self, day):
        """Live rounds that people can answer on `day` (date): opened, and not past their last day."""
        closing = models.Q(closes_on__gte=day) | models.Q(closes_on=None)
        return self.live().opened_by(day).filter(closing)

    def coming_on(self, day):
        """Live rounds that are not open yet on `day` (date)."""
        not_yet = models.Q(cleared_on=None) | models.Q(cleared_on__gt=day) | models.Q(opens_on__gt=day)
        return self.live().filter(not_yet)

    def not_closed(self):
        """Rounds, live or not, whose last day has not passed, and those that never opened."""
        today = timezone.localdate()
        return self.exclude(cleared_on__lte=today, opens_on__lte=today, closes_on__lt=today)

    def closed_on(self, day):
        """Live rounds whose last day was before `day` (date)."""
        return self.live().opened_by(day).filter(closes_on__lt=day)


class RoundDays(models.Model):
    """The days of a round that are not written by anybody, but follow from what happened."""

    cleared_on = models.DateField(null=True, blank=True, editable=False)  # the day it last passed every gate
    formats_live_on = models.DateField(null=True, blank=True, editable=False)  # the day the last format went live
    # The number of the draft that a *Have your say* is about: the last one that was out when it opened, then fixed.
    about_draft = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def opened_on(self):
        """The day it opens, or opened: the first day on which it was cleared too. None before it is cleared."""
        return self.cleared_on and max(self.opens_on, self.cleared_on)

    @property
    def has_opened(self):
        """Whether it is open, or was. From then on people were told what stands there."""
        return self.opened_on is not None and self.opened_on <= timezone.localdate()

    @property
    def stage(self):
        """Where it stands today: "before", "open" or "closed". The closing day itself is still open."""
        if not self.live or not self.has_opened:
            return "before"
        if self.closes_on and timezone.localdate() > self.closes_on:
            return "closed"
        return "open"

    @property
    def is_open(self):
        """Whether people can answer today."""
        return self.stage == "open"
