"""Who does what by when, and what was done."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class ActionQuerySet(models.QuerySet):
    """Actions by how they stand."""

    def late_on(self, day):
        """Actions whose day has passed on `day` (date) and that are neither done nor stopped."""
        return self.filter(due_on__lt=day).exclude(updates__state__in=[Update.State.DONE, Update.State.STOPPED])


class Action(models.Model):
    """A thing that somebody has to do by a day, because of a decision."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, related_name="actions")
    reply = models.ForeignKey(
        "decisions.Reply", null=True, blank=True, on_delete=models.PROTECT, related_name="actions"
    )
    what = models.CharField(max_length=200, help_text="In one Easy Read sentence.")
    owner = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="actions")
    owner_role = models.CharField(max_length=120, blank=True, help_text="A role and never a name.")
    due_on = models.DateField()

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self):
        return self.what

    @property
    def state(self):
        """How it stands: "done", "stopped", "late", "started" or "not_started"; from its updates and its day."""
        states = [update.state for update in self.updates.all()]
        for ended in (Update.State.DONE, Update.State.STOPPED):
            if ended in states:
                return ended.value
        if self.due_on < timezone.localdate():
            return "late"
        return "started" if states else "not_started"


class Update(models.Model):
    """What was done about an action, or why not. Never changed: a later one is added."""

    class State(models.TextChoices):
        STARTED = "started", "Started"
        DONE = "done", "Done"
        STOPPED = "stopped", "Stopped"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    happened_on = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices)
    words = models.TextField(help_text="What was done, or why not, in Easy Read.")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["happened_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="decisions_update_has_words"),
            models.CheckConstraint(
                condition=Q(state__in=["started", "done", "stopped"]), name="decisions_known_state_of_update"
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()}, {self.happened_on:%-d %B %Y}"

    def save(self, *args, **kwargs):
        # Made-up updates move on with the days of the demo; a real one stays as it was written.
        if not self._state.adding and not self.action.decision.is_example:
            raise TypeError("What was done is never changed: add a later update.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("What was done is never removed: add a later update.")
