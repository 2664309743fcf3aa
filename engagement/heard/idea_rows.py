"""Ideas of a round *What matters?*: what one person or several said alike, told by people and not by a machine."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from easyread.blocks import lines


class IdeaQuerySet(models.QuerySet):
    """Ideas by whether everybody can see them."""

    def shown(self):
        """Those that everybody can see and pick; not those taken down, nor those that are told with another one."""
        return self.exclude(shown_at=None).filter(taken_down_at=None, choice__together_with=None)

    def ever_shown(self):
        """Those that everybody could see once: each keeps its page, which says what became of it."""
        return self.exclude(shown_at=None)

    def waiting(self):
        """Those that only staff have seen so far."""
        return self.filter(shown_at=None)


class Idea(models.Model):
    """One idea of a round, made by a reader from answers that say alike. Its choice is what people pick."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # its choice's too
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.PROTECT, related_name="ideas")
    number = models.PositiveSmallIntegerField()  # in its round: for its address, for paper and for reading out
    title = models.CharField(max_length=120, help_text="The idea in 1 short Easy Read sentence.")
    plain = models.TextField(blank=True, help_text="More about it, in Easy Read. One sentence on each line.")
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answers = models.ManyToManyField("voices.Answer", through="heard.IdeaAnswer", related_name="ideas")
    choice = models.OneToOneField("polls.Choice", null=True, on_delete=models.PROTECT, related_name="idea")
    shown_at = models.DateTimeField(null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why it was taken down, in Easy Read. Everybody can read it.")
    theme = models.ForeignKey(
        "heard.Theme", null=True, blank=True, on_delete=models.SET_NULL, related_name="ideas"
    )  # what we heard, to which it led
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = IdeaQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["round", "shown_at", "taken_down_at"], name="heard_ideas_shown"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="heard_one_idea_a_number"),
            models.CheckConstraint(
                condition=Q(shown_at=None) | Q(choice__isnull=False), name="heard_shown_idea_can_be_picked"
            ),
            models.CheckConstraint(
                condition=Q(taken_down_at=None) | (Q(shown_at__isnull=False) & ~Q(reason="")),
                name="heard_idea_taken_down_with_a_reason",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def sentences(self):
        """What it says beyond its title, as a list of sentences."""
        return lines(self.plain)

    @property
    def reasons(self):
        """Why it was taken down, as a list of sentences."""
        return lines(self.reason)

    @property
    def is_shown(self):
        """Whether everybody can see and pick it."""
        return bool(self.shown_at and not self.taken_down_at and not self.is_told_with_another)

    @property
    def is_told_with_another(self):
        """Whether people put it together with another idea, which is shown in its place."""
        return bool(self.choice_id and self.choice.together_with_id)


class IdeaAnswer(models.Model):
    """One answer that says this idea, and the exact words of it that are shown, if any."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="idea_answers")
    answer = models.ForeignKey("voices.Answer", on_delete=models.CASCADE, related_name="idea_answers")
    words = models.TextField(blank=True)  # an exact part of the person's words; shown as a quote is (3.2)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["idea", "answer"], name="heard_answer_once_an_idea")]

    def __str__(self):
        return f"{self.idea_id}: {self.answer_id}"


class IdeaCounts(models.Model):
    """How many said an idea of a published round: kept for the same reasons as ThemeCounts (F7, P1)."""

    idea = models.OneToOneField(Idea, on_delete=models.CASCADE, related_name="counts")
    by_own = models.PositiveIntegerField()
    by_others = models.PositiveIntegerField()
    by_groups = models.PositiveIntegerField()
    answers_in = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "idea counts"

    def __str__(self):
        return f"Counts of idea {self.idea_id}"
