"""Who holds a place on a body, and who supports them. A name is public only when the person says so."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class PlaceHolderQuerySet(models.QuerySet):
    """Who holds a place when, and who may see it."""

    def on(self, day=None):
        """Those who hold their place on `day` (date, today when left out)."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def seen_by(self, user):
        """Places that `user` (User) holds today, or whose holder they support today."""
        supports = Supporter.objects.filter(place=models.OuterRef("pk"), user=user, removed_at=None)
        return self.on().filter(Q(holder=user) | models.Exists(supports))


class PlaceHolder(models.Model):
    """A person who holds a place on a body, from a day, until a day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seat = models.ForeignKey("bodies.Seat", on_delete=models.PROTECT, related_name="holders")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="places")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    shown_name = models.CharField(max_length=80, blank=True, help_text="Written by the person. Empty: role only.")

    objects = PlaceHolderQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="bodies_place_ends_later"),
            models.UniqueConstraint(
                fields=["seat", "holder"], condition=Q(until=None), name="bodies_one_place_of_a_kind_each"
            ),
        ]

    def __str__(self):
        return f"{self.seat.role}, {self.seat.body}"

    @property
    def body(self):
        """The body that the place is on."""
        return self.seat.body


class Supporter(models.Model):
    """Somebody whom a person with a place chose to support them; sees what the person sees."""

    place = models.ForeignKey(PlaceHolder, on_delete=models.CASCADE, related_name="supporters")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="supports")
    name = models.CharField(max_length=80, help_text="As the person calls them.")
    added_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "user"], condition=Q(removed_at=None), name="bodies_one_supporter_once"
            )
        ]

    def __str__(self):
        return self.name
