"""A question that somebody said instead of writing it (Q6)."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class AskedSound(models.Model):
    """The sound of one BodyQuestion, written anew and kept where no address leads (docs/pictures-and-sound.md).

    Only the person, their supporter and those who prepare the meeting hear it. Everybody reads `transcript`, which
    staff wrote and which says so.
    """

    question = models.OneToOneField("bodies.BodyQuestion", on_delete=models.CASCADE, related_name="sound")
    file = models.CharField(max_length=120, unique=True)  # its name in the private storage; tells nothing
    content_type = models.CharField(max_length=40)
    seconds = models.FloatField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    transcript = models.TextField(blank=True)
    transcript_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"Sound of question {self.question_id}"
