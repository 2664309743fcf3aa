"""Somebody asked us to phone them (Q14). The number stands apart from all that was said, and goes when we phoned."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class CallQuerySet(models.QuerySet):
    """Calls that are asked for, by whether somebody has phoned and who may."""

    def waiting(self):
        """Those that nobody has done yet, the longest wait first, without the long texts of their rounds."""
        rows = self.filter(done_at=None).select_related("round", "organisation")
        return rows.defer("round__easy_read", "round__standard", "round__questions").order_by("made_at", "pk")

    def given_to(self, organisations):
        """Those that workers of some `organisations` (list of Body) phone."""
        return self.filter(organisation__in=organisations)


class CallRequest(models.Model):
    """One person who wants a call: their number, when it is good, and which page they were on. No name is asked."""

    class When(models.TextChoices):
        MORNING = "morning", "In the morning"
        AFTERNOON = "afternoon", "In the afternoon"
        ANY = "any", "At any time of the day"

    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="call_requests")
    phone = models.CharField(max_length=20, blank=True)
    when = models.CharField(max_length=10, choices=When.choices, default=When.ANY)
    # Whose workers may phone too, where the Programme Management Unit gave it to them; else only the Unit phones.
    organisation = models.ForeignKey(
        "bodies.Body", on_delete=models.PROTECT, null=True, blank=True, related_name="call_requests"
    )
    page = models.CharField(max_length=40, blank=True)  # where they were, such as "Question 2 of 5"
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = CallQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["made_at", "pk"]
        permissions = [("phone_people", "Can see who asked us to phone them")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(done_at=None, done_by=None) & ~Q(phone=""))
                | Q(done_at__isnull=False, done_by__isnull=False, phone=""),
                name="voices_call_done_keeps_no_number",
            ),
            models.CheckConstraint(
                condition=Q(when__in=["morning", "afternoon", "any"]), name="voices_call_at_a_known_time"
            ),
        ]

    def __str__(self):
        return f"A call about {self.round_id}, {'done' if self.done_at else 'asked for'}"
