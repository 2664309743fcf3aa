"""Who leads the workers of an organisation, whom they invited, and who is told when somebody is worried (3.3, 3.6)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone


class Invite(models.Model):
    """Somebody was invited to work at an organisation. The link is kept as a hash alone; one open invite an address."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="invites")
    name = models.CharField(max_length=150, blank=True)
    email = models.EmailField()
    link_key = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True, blank=True)  # None: the mail could not be sent
    used_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=Q(used_at=None, stopped_at=None),
                name="bodies_one_open_invite",
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("made_at")), name="bodies_invite_lasts"),
        ]

    def __str__(self):
        return f"{self.email}: {self.organisation}"

    @property
    def has_ended(self):
        """Whether its days are over."""
        return self.ends_at <= timezone.now()


class SafeguardingLead(models.Model):
    """Somebody is told at once when somebody is worried: for one organisation, or for the whole site.

    Only such a row opens a concern: no role, and no administrator (docs/safeguarding.md).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="safeguards")
    organisation = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="safeguarding_leads"
    )
    since = models.DateField(default=timezone.localdate)
    ended_on = models.DateField(null=True, blank=True)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"], condition=Q(ended_on=None), name="bodies_a_lead_once"
            ),
            models.UniqueConstraint(  # nulls are no equals to a database
                fields=["user"], condition=Q(ended_on=None, organisation=None), name="bodies_a_lead_of_the_site_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since")), name="bodies_lead_ends_after_starting"
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.organisation or 'the whole site'}"
