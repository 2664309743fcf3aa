"""Workshops: people and staff in one room, who was there as places, notes, and photos by consent."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from engagement.voices.small_numbers import SMALL_NUMBER


class WorkshopQuerySet(models.QuerySet):
    """Workshops by what was true of them."""

    def held(self):
        """Those whose day has come."""
        return self.filter(held_on__lte=timezone.localdate())

    def with_people(self):
        """Those whose places for people with lived experience were all filled; one without such a place is none."""
        kept = WorkshopPlace.objects.filter(workshop=models.OuterRef("pk"), lived_experience=True)
        empty = kept.filter(filled__lt=F("places"))
        return self.filter(models.Exists(kept)).exclude(models.Exists(empty))


class Workshop(ClusterableModel):
    """One workshop about a plan. Nobody is named: who was there is told as places."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    proposal = models.ForeignKey("proposals.ProposalPage", on_delete=models.PROTECT, related_name="workshops")
    round = models.ForeignKey(
        "proposals.RoundPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="workshops"
    )
    title = models.CharField(max_length=120)
    held_on = models.DateField("the day")
    place = models.CharField(max_length=160, help_text="Where it is, in Easy Read.")
    come_in = models.TextField(blank=True, help_text="How people come in. One Easy Read sentence on each line.")
    run_by = models.CharField("who ran it", max_length=160, help_text="A role or a team. No names of persons.")
    present = models.PositiveSmallIntegerField("people there", null=True, blank=True, help_text="How many, in all.")
    notes = models.TextField(blank=True, help_text="What people said and did. One Easy Read sentence on each line.")
    notes_read_on = models.DateField(null=True, blank=True, editable=False)
    # What the group said, when it was written down as a voice of the group.
    session = models.ForeignKey(
        "voices.Voice", null=True, blank=True, on_delete=models.SET_NULL, related_name="workshops"
    )

    objects = WorkshopQuerySet.as_manager()
    wagtail_reference_index_ignore = True  # a photo is shown by consent, and never because it is used here

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return self.title

    @property
    def is_small(self):
        """Whether so few were there that they are told as "a small group" (SEAMS.md, Counting)."""
        return self.present is None or self.present < SMALL_NUMBER


class WorkshopPlace(models.Model):
    """Places in the room: for whom, how many, and how many were filled. Never who."""

    workshop = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="places")
    role = models.CharField(max_length=80, help_text="Such as: co-chair, note taker, taking part.")
    for_whom = models.CharField(max_length=120, help_text="Such as: people with a learning disability.")
    places = models.PositiveSmallIntegerField("how many places", default=1)
    filled = models.PositiveSmallIntegerField("how many were filled", default=0)
    lived_experience = models.BooleanField("kept for people with lived experience", default=False)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(filled__lte=F("places")), name="shaping_no_more_than_the_places"),
            models.CheckConstraint(condition=Q(places__gt=0), name="shaping_a_place_at_least"),
        ]

    def __str__(self):
        return self.role


class WorkshopPhotoQuerySet(models.QuerySet):
    """Photos that everybody may see today."""

    def shown(self):
        """Those with a consent that stands today (P7)."""
        return self.filter(consent_until__gte=timezone.localdate(), taken_back_on=None, picture__isnull=False)


class WorkshopPhoto(models.Model):
    """A photo of a workshop, with the consent of the people on it until a day."""

    workshop = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="photos")
    picture = models.ForeignKey("easyread.Picture", null=True, on_delete=models.SET_NULL, related_name="+")
    words = models.CharField(max_length=160, help_text="What it shows, in one Easy Read sentence. No names.")
    consent_how = models.CharField(max_length=160, help_text="How the people on it said yes. Such as: on paper.")
    consent_until = models.DateField(help_text="The last day on which it may be shown.")
    taken_back_on = models.DateField(null=True, blank=True, editable=False)
    sort_order = models.PositiveSmallIntegerField(default=0)

    objects = WorkshopPhotoQuerySet.as_manager()

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(consent_how=""), name="shaping_a_photo_says_how_people_agreed"),
            models.CheckConstraint(
                condition=Q(taken_back_on=None) | Q(picture=None), name="shaping_no_photo_without_consent"
            ),
        ]

    def __str__(self):
        return f"Photo {self.pk}"
