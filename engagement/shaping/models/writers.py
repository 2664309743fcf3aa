"""Who wrote a draft: people who want to be named, by their consent."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Writer(models.Model):
    """One person who helped to write a draft and said yes to being named. Taken back, the name is gone."""

    draft = models.ForeignKey("shaping.Draft", on_delete=models.CASCADE, related_name="writers")
    name = models.CharField("name", max_length=80, blank=True, help_text="As the person wants it to be shown.")
    consent_how = models.CharField("how they said yes", max_length=160, help_text="Such as: on paper, at a workshop.")
    agreed_on = models.DateField("the day they said yes")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    taken_back_on = models.DateField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(consent_how=""), name="shaping_a_writer_agreed"),
            models.CheckConstraint(
                condition=Q(taken_back_on=None, name__gt="") | Q(taken_back_on__isnull=False, name=""),
                name="shaping_a_name_only_by_consent",
            ),
        ]

    def __str__(self):
        return f"Writer {self.pk}"
