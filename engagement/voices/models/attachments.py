"""A picture, a sound or a film that a person gave in place of words, or beside them (Q6)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from easyread.media.limits import FILM, PICTURE, SOUND


class AttachmentQuerySet(models.QuerySet):
    """What is sent, and what somebody looked at."""

    def of_answers(self):
        """Those that were sent, of answers that stand. None that are held out under a concern (3.6)."""
        return self.filter(answer__is_current=True, answer__held_out=False, answer__voice__taken_back_at=None)

    def unread(self):
        """Those that nobody of the staff has looked at or listened to."""
        return self.filter(state=Attachment.State.UNREAD, trouble="")

    def ready(self):
        """Those that were written anew: nothing else is ever given to anybody (S3)."""
        return self.filter(waiting=False, trouble="")


class Attachment(models.Model):
    """One file, written anew and kept where no address leads (docs/pictures-and-sound.md).

    Before sending it belongs to a draft's question, afterwards to an answer. `words` are the staff's: what is said in
    it or what is to be seen. They are never the person's words, and say so wherever they stand.
    """

    class Kind(models.TextChoices):
        PICTURE = PICTURE, "Picture"
        SOUND = SOUND, "Sound"
        FILM = FILM, "Film"

    class State(models.TextChoices):
        UNREAD = "unread", "Nobody looked at it yet"
        MAY_SHOW = "may_show", "May be shown"
        NOT_SHOWN = "not_shown", "Not shown"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(
        "voices.VoiceDraft", null=True, blank=True, on_delete=models.CASCADE, related_name="attachments"
    )
    answer = models.ForeignKey(
        "voices.Answer", null=True, blank=True, on_delete=models.CASCADE, related_name="attachments"
    )
    question = models.ForeignKey("polls.Question", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    file = models.CharField(max_length=120, unique=True)  # its name in the private storage; tells nothing
    content_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)  # of its bytes: what the commitment in the record holds of it
    bytes = models.PositiveIntegerField()
    seconds = models.FloatField(default=0)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    # What takes long to open is kept as it came, shown to nobody, until the worker has written it anew.
    waiting = models.BooleanField(default=False)
    trouble = models.CharField(max_length=160, blank=True)  # why it could not be opened; then there is no file
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNREAD)
    words = models.TextField(blank=True)  # by staff: what is said in it, or what is to be seen
    reason = models.CharField(max_length=255, blank=True)  # why it is not shown
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)

    objects = AttachmentQuerySet.as_manager()
    wagtail_reference_index_ignore = True  # Wagtail would ask the database at every save (F3)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(draft=None, answer__isnull=False) | Q(draft__isnull=False, answer=None),
                name="voices_attached_to_one_thing",
            ),
            models.UniqueConstraint(fields=["draft", "question", "kind"], name="voices_one_of_a_kind_drafted"),
            models.UniqueConstraint(fields=["answer", "kind"], name="voices_one_of_a_kind_sent"),
            models.CheckConstraint(
                condition=Q(state="unread") | Q(read_at__isnull=False), name="voices_attachment_shown_is_read"
            ),
            models.CheckConstraint(
                condition=~Q(state="may_show") | Q(waiting=False, trouble=""), name="voices_attachment_shown_is_ready"
            ),
            models.CheckConstraint(
                condition=~Q(state="not_shown") | ~Q(reason=""), name="voices_attachment_not_shown_says_why"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.public_id}"

    @property
    def filename(self):
        """What it is called when somebody saves it (str); it tells nothing of the person."""
        return f"{self.kind}.{self.file.rpartition('.')[2]}"

    @property
    def opened_as(self):
        """What kind of file it is opened as, a name of easyread.media.limits."""
        return self.kind

    @property
    def is_ready(self):
        """Whether it was written anew, so that somebody may see or hear it."""
        return not (self.waiting or self.trouble)

    @property
    def is_waiting(self):
        """Whether nobody of the staff has looked at it yet."""
        return self.state == self.State.UNREAD
