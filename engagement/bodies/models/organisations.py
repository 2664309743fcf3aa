"""Who works at an organisation, and whether it is independent of a body (EASY-READ.md 3.3)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Worker(models.Model):
    """Somebody works at an organisation. Who has left keeps the row, so that what they entered says from where."""

    organisation = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="workers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="works_at")
    since = models.DateField(default=timezone.localdate)
    left_on = models.DateField(null=True, blank=True)
    leads = models.BooleanField(default=False)  # invites and stops workers, and sees what the organisation entered
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"], condition=Q(left_on=None), name="bodies_works_there_once"
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=F("since")), name="bodies_leaves_after_starting"
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.organisation}"


class Independence(models.Model):
    """How an organisation stands to a body. Without a row nobody has written it down."""

    class Kind(models.TextChoices):
        INDEPENDENT = "independent", "It is independent of this body"
        COMMISSIONED = "commissioned", "This body pays it"
        PROVIDER = "provider", "It gives services for this body"

    organisation = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="independences")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="organisations_around")
    kind = models.CharField(max_length=15, choices=Kind.choices)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "body"], name="bodies_stands_in_one_way"),
            models.CheckConstraint(condition=~Q(organisation=F("body")), name="bodies_independent_of_another"),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_kind_display()} ({self.body})"
