"""New words for a question that people have answered already: two members of staff say that they mean the same."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .questions import Question


class QuestionCorrectionQuerySet(models.QuerySet):
    """Corrections of answered questions."""

    def waiting(self):
        """Those that wait for a second person, the oldest first."""
        return self.filter(state=QuestionCorrection.State.WAITING)

    def made(self):
        """Those that two people agreed on, the oldest first: the public sees them."""
        return self.filter(state=QuestionCorrection.State.AGREED)


class QuestionCorrection(models.Model):
    """The words, choices and pictures of an answered question as they were, and as they are to be."""

    class State(models.TextChoices):
        WAITING = "waiting", "It waits for a second person"
        AGREED = "agreed", "Two people agreed"
        REFUSED = "refused", "The second person said no"
        TAKEN_BACK = "taken_back", "The person who asked took it back"

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="corrections")
    earlier = models.JSONField(help_text="What people saw before, as engagement/polls/wording.py writes it.")
    later = models.JSONField(help_text="What people are to see.")
    why = models.TextField(help_text="Why it means the same. In Easy Read: everybody can read it.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    refusal = models.TextField(blank=True, help_text="Why the second person said no. Only staff see it.")

    objects = QuestionCorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"], condition=Q(state="waiting"), name="polls_one_correction_waits"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="polls_correction_says_why"),
            models.CheckConstraint(
                condition=Q(settled_by=None) | ~Q(settled_by=models.F("asked_by")), name="polls_two_people_correct"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", settled_by=None, settled_at=None, refusal="")
                | Q(state="agreed", settled_by__isnull=False, settled_at__isnull=False, refusal="")
                | Q(state="taken_back", settled_by=None, settled_at__isnull=False, refusal="")
                | (Q(state="refused", settled_by__isnull=False, settled_at__isnull=False) & ~Q(refusal="")),
                name="polls_correction_is_settled_whole",
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()}: {self.later.get('text', '')}"
