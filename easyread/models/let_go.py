"""What an author looked at and left as it is: the check does not say it again of the same sentence."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class LetGo(models.Model):
    """A hint or a warning that an author left as it is. It goes with exactly this sentence, on whatever page it stands:
    when the sentence changes, the check says it again. An error is never let go."""

    rule = models.CharField(max_length=40)
    words = models.CharField(max_length=200, blank=True, help_text="The words it was about. Long words are cut.")
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the sentence.")
    sentence = models.TextField(help_text="The sentence, as it was then.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["fingerprint", "rule", "words"], name="easyread_let_go_once"),
        ]

    def __str__(self):
        return f"{self.rule}: {self.words[:60]}"
