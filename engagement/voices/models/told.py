"""News that a person was told: which step of the trail, by whom, when and how (Q16)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Told(models.Model):
    """Somebody told the person behind one voice, or one group, of one step. Told again of later news: a new row."""

    class Step(models.TextChoices):
        READ = "read", "We read it"
        HEARD = "heard", "We said what we heard"
        CHANGED = "changed", "The plan changed"
        DECIDED = "decided", "They decided"
        DONE = "done", "It was done"

    class How(models.TextChoices):
        SAID = "said", "I told them"
        READ_OUT = "read_out", "I read the letter to them"
        LETTER = "letter", "I gave them the letter"
        POSTER = "poster", "I put up the poster"
        OTHER = "other", "In another way"

    voice = models.ForeignKey("voices.Voice", on_delete=models.CASCADE, related_name="told")
    step = models.CharField(max_length=10, choices=Step.choices)
    news_at = models.DateTimeField()  # the moment of the news that they were told of: what is later is news again
    how = models.CharField(max_length=10, choices=How.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField(default=timezone.localdate)

    wagtail_reference_index_ignore = True  # Wagtail would ask the database at every save (F3)

    class Meta:
        verbose_name_plural = "told"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["voice", "step", "news_at"], name="voices_told_once_of_one_news"),
            models.CheckConstraint(
                condition=Q(step__in=["read", "heard", "changed", "decided", "done"]), name="voices_told_a_known_step"
            ),
        ]

    def __str__(self):
        return f"{self.get_step_display()}, told on {self.told_on:%-d %B %Y}"
