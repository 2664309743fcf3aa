"""A film that staff bring in for a page: written anew, with captions, and public only where a public text shows it."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex

from ..media.limits import PAGE_FILM
from .pictures import as_text


class FilmQuerySet(models.QuerySet):
    """What is ready, and what everybody may see."""

    def ready(self):
        """Those that were written anew: nothing else is ever given to anybody (S3)."""
        return self.filter(waiting=False, trouble="")

    def public(self):
        """Those that a live page shows, or another text that is out. Asked anew each time (P7).

        Wagtail's index of references knows where a film is used. Rooms with texts of their own say by the hook
        `easyread_not_out` which of them are not out: it gives a queryset.
        """
        film = ContentType.objects.get_for_model(Film)
        uses = ReferenceIndex.objects.filter(to_content_type=film, to_object_id=as_text(models.OuterRef("pk")))
        for rows in (Page.objects.not_live(), *(told() for told in hooks.get_hooks("easyread_not_out"))):
            kind = ContentType.objects.get_for_model(rows.model)
            hidden = rows.annotate(key=as_text("pk")).filter(key=models.OuterRef("object_id"))
            uses = uses.exclude(models.Exists(hidden), base_content_type=kind)
        return self.ready().filter(models.Exists(uses))


class Film(models.Model):
    """One film with its captions. It never changes: another film is another row, so a checked page stays as it was."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=120, help_text="What it is about. Only staff see this.")
    file = models.CharField(max_length=120, unique=True, editable=False)  # its name in the private storage
    content_type = models.CharField(max_length=40, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    bytes = models.PositiveIntegerField(editable=False)
    seconds = models.FloatField(default=0, editable=False)
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    captions = models.TextField(editable=False)  # WebVTT, as we wrote it anew
    waiting = models.BooleanField(default=False, editable=False)
    trouble = models.CharField(max_length=160, blank=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = FilmQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.title

    @property
    def opened_as(self):
        """What kind of file it is opened as, a name of easyread.media.limits."""
        return PAGE_FILM

    @property
    def is_ready(self):
        """Whether it was written anew, so that somebody may see it."""
        return not (self.waiting or self.trouble)
