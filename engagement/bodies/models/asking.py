"""What people ask a body, at a meeting or at any time, and what it answers."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

EXPLAINED_IN = 5  # days, after "I did not understand this"
ANSWERED_IN = 14  # days, after the meeting, or after asking when that is later


class AskedQuerySet(models.QuerySet):
    """What is read, what may be shown, and what waits."""

    def standing(self):
        """Those that nobody took back."""
        return self.filter(taken_back_at=None)

    def shown(self):
        """Those that somebody read and that everybody may see (DESIGN.md 6.4), oldest first."""
        return self.standing().filter(may_show=True).order_by("asked_at", "pk")

    def unread(self):
        """Those that nobody has read, oldest first."""
        return self.standing().filter(read_at=None).order_by("asked_at", "pk")

    def waiting(self):
        """Those without an answer, oldest first."""
        answers = BodyAnswer.objects.filter(question=OuterRef("pk"))
        return self.standing().filter(~Exists(answers)).order_by("asked_at", "pk")


class BodyQuestion(models.Model):
    """One thing that somebody asked a body, in their exact words. Not `Question`, which a round asks of people."""

    class Kind(models.TextChoices):
        ASK = "ask", "A question"
        STOP = "stop", "I did not understand this: stop and explain"

    class Whose(models.TextChoices):
        OWN = "own", "The person's own words"
        READ_BACK = "read_back", "A supporter wrote it. The person heard it again and agreed"
        SUPPORTER = "supporter", "The supporter's own question"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="asked_by_people")
    meeting = models.ForeignKey(
        "bodies.Meeting", null=True, blank=True, on_delete=models.PROTECT, related_name="questions"
    )
    item = models.ForeignKey(
        "bodies.AgendaItem", null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    kind = models.CharField(max_length=4, choices=Kind.choices)
    words = models.TextField(blank=True, help_text="Exactly as they were written.")
    has_sound = models.BooleanField(default=False, help_text="Said instead of written, or beside it.")
    whose = models.CharField(max_length=10, choices=Whose.choices, default=Whose.OWN)
    place = models.ForeignKey(
        "bodies.PlaceHolder", null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    has_place = models.BooleanField(default=False, help_text="Asked by, or for, a person with a place.")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    may_show = models.BooleanField(default=False)
    shown_words = models.TextField(blank=True, help_text="Without what must not be shown. Empty: as written.")
    reason = models.TextField(blank=True, help_text="Why words were taken out or are not shown.")

    objects = AskedQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="stop") | ~Q(words="") | Q(has_sound=True) | Q(taken_back_at__isnull=False),
                name="bodies_asked_in_words",
            ),
            models.CheckConstraint(condition=Q(may_show=False) | Q(read_at__isnull=False), name="bodies_shown_is_read"),
            models.CheckConstraint(
                condition=Q(read_at=None) | Q(may_show=True, shown_words="") | ~Q(reason=""),
                name="bodies_not_shown_says_why",
            ),
            models.CheckConstraint(condition=Q(kind="ask") | Q(meeting__isnull=False), name="bodies_stop_at_a_meeting"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.body}"

    @property
    def public_words(self):
        """The words that everybody may see (str)."""
        return (self.shown_words or self.full_words) if self.may_show else ""

    @property
    def full_words(self):
        """What was written, and what staff wrote down of what was said (str)."""
        said = self.sound.transcript if self.has_sound else ""
        return "\n".join(part for part in (self.words, said) if part)

    @property
    def due_on(self):
        """The last day on which an answer is in time."""
        asked = timezone.localdate(self.asked_at)
        if self.kind == self.Kind.STOP:
            return asked + timedelta(days=EXPLAINED_IN)
        return max(asked, self.meeting.held_on if self.meeting_id else asked) + timedelta(days=ANSWERED_IN)

    @property
    def state(self):
        """How it stands: "answered", "late" or "waiting"."""
        if self.answers.all():
            return "answered"
        return "late" if self.due_on < timezone.localdate() else "waiting"


class BodyAnswer(models.Model):
    """What a body answered. Answers are only added: a later one puts an earlier one right."""

    question = models.ForeignKey(BodyQuestion, on_delete=models.CASCADE, related_name="answers")
    plain = models.TextField(help_text="Easy Read. One sentence on each line.")
    standard = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["answered_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(plain=""), name="bodies_answers_have_words")]

    def __str__(self):
        return self.plain
