"""A dated meeting of a body, what it talks about and its papers; decisions hang on it."""

import uuid
from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Meeting(models.Model):
    """One meeting, with what somebody must know who wants to come."""

    class Come(models.TextChoices):
        ANYONE = "anyone", "Anyone can come"
        ASK = "ask", "Anyone can come who asks first"
        MEMBERS = "members", "Only members can come"
        UNKNOWN = "unknown", "We do not know"

    class Paid(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        UNKNOWN = "unknown", "We do not know"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    plain = models.TextField(blank=True, help_text="What the meeting is about, in Easy Read.")
    who_can_come = models.CharField(max_length=8, choices=Come.choices, default=Come.UNKNOWN)
    getting_there = models.TextField(blank=True, help_text="How to get there. Easy Read, one sentence on each line.")
    online = models.TextField(blank=True, help_text="How to join online. Easy Read, one sentence on each line.")
    support = models.TextField(blank=True, help_text="What help there is at the meeting. Easy Read.")
    contact_name = models.CharField(max_length=120, blank=True, help_text="Who to ring: a role or a team.")
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    time_paid = models.CharField(max_length=8, choices=Paid.choices, default=Paid.UNKNOWN)
    travel_paid = models.CharField(max_length=8, choices=Paid.choices, default=Paid.UNKNOWN)
    pay_words = models.TextField(blank=True, help_text="What is paid, and how. Easy Read.")
    papers_days = models.PositiveSmallIntegerField(
        default=14, help_text="So many days before the meeting, people get the papers."
    )
    announced_on = models.DateField(null=True, blank=True, editable=False)
    called_off = models.TextField(blank=True, editable=False, help_text="Why it does not take place. Easy Read.")
    is_example = models.BooleanField(default=False, help_text="Made up, for showing the site.")

    class Meta:
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(fields=["body", "held_on"], name="bodies_one_meeting_a_day"),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="bodies_meeting_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return f"{self.body}, {self.held_on:%-d %B %Y}"

    @property
    def address(self):
        """Its page on this site."""
        return f"{self.body.address}{self.held_on:%Y-%m-%d}/"

    @property
    def papers_due_on(self):
        """The last day on which its papers are in time."""
        return self.held_on - timedelta(days=self.papers_days)

    @property
    def is_over(self):
        """Whether its day has passed."""
        return self.held_on < timezone.localdate()


class AgendaItem(models.Model):
    """One thing that a meeting talks about."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    number = models.PositiveSmallIntegerField(help_text="1 comes first.")
    title = models.CharField(max_length=160, help_text="In Easy Read.")
    plain = models.TextField(blank=True, help_text="What they talk about. Easy Read, one sentence on each line.")
    standard = models.TextField(blank=True, help_text="The same in standard words.")
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["number", "pk"]

    def __str__(self):
        return f"{self.number}. {self.title}"


class MeetingPaper(models.Model):
    """A paper for a meeting: in Easy Read, and in standard words."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="papers")
    title = models.CharField(max_length=160, help_text="In Easy Read.")
    plain = models.TextField(blank=True, help_text="The paper in Easy Read. One sentence on each line.")
    easy_read_file = models.ForeignKey(
        "easyread.SiteDocument", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_by = models.CharField(
        max_length=120, blank=True, help_text="Which readers checked it: a group, never a person's name."
    )
    standard = models.TextField(blank=True, help_text="The paper in standard words.")
    standard_file = models.ForeignKey(
        "easyread.SiteDocument", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["item__number", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_on=None) | ~Q(plain="") | Q(easy_read_file__isnull=False),
                name="bodies_sent_papers_are_in_easy_read",
            )
        ]

    def __str__(self):
        return self.title

    def days_late(self, today):
        """By how many days it came late, or is late by `today` (date); never kept. Returns int, 0 for in time."""
        last = self.sent_on or min(today, self.meeting.held_on)
        return max(0, (last - self.meeting.papers_due_on).days)
