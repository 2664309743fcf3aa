"""What all said: words that were read, themes with their answers and quotes, and what we heard."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .idea_rows import Idea, IdeaAnswer, IdeaCounts  # noqa: F401 - rows that stand in a file of their own


class Reading(models.Model):
    """Somebody of the PMU read one answer and said whether its words may be shown. A later reading is a new row."""

    answer = models.ForeignKey("voices.Answer", on_delete=models.CASCADE, related_name="readings")
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings")
    read_at = models.DateTimeField(default=timezone.now)
    may_show = models.BooleanField()
    shown_words = models.TextField(blank=True, help_text="Its words without what must not be shown. Empty: as said.")
    reason = models.CharField(max_length=255, blank=True, help_text="Why words were taken out, or are not shown.")

    class Meta:
        ordering = ["pk"]
        permissions = [("read_voices", "Can read what people said")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(may_show=True) & Q(shown_words="")) | ~Q(reason=""), name="heard_change_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"Reading of answer {self.answer_id}"


class ThemeQuerySet(models.QuerySet):
    """Themes by whether everybody can read them."""

    def public(self):
        """Those of a published account, and those of an always open round that were published one by one."""
        return self.exclude(published_at=None, round__what_we_heard__published_at=None)

    def told(self):
        """Those of *Tell us something* that everybody can read, newest first."""
        return self.exclude(published_at=None).order_by("-published_at", "-pk")

    def behind(self, plan):
        """Public ones from which a `plan` (ProposalPage) is shaped: of its own rounds, and those it began with."""
        began = StartedPlan.objects.filter(proposal=plan).values("theme")
        return self.public().filter(Q(round__path__startswith=plan.path) | Q(pk__in=began))


class Theme(models.Model):
    """A thing that many or few said."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.PROTECT, related_name="themes")
    title = models.CharField(max_length=120, help_text="In a few Easy Read words.")
    # Empty while the PMU sorts words; a theme needs it before what we heard can be published.
    plain = models.TextField(blank=True, help_text="What people said, in Easy Read. One sentence on each line.")
    standard = models.TextField(blank=True, help_text="The same in standard words.")
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answers = models.ManyToManyField("voices.Answer", through="heard.ThemeAnswer", related_name="themes")
    sort_order = models.PositiveSmallIntegerField(default=0)
    # Only in a round that never closes: there each theme is published by itself (docs/tell-us.md).
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "title"], name="heard_one_theme_a_title")]

    def __str__(self):
        return self.title

    @property
    def address(self):
        """The page of a theme that was published by itself."""
        return f"/tell-us/told/{self.public_id}/"


class ThemeCounts(models.Model):
    """How many said what a published theme says: kept, so that nobody waits for a count (F7), and nobody can work out
    that somebody took their words back from two counts of a small theme (P1). `recount` compares it with the rows.
    """

    theme = models.OneToOneField(Theme, on_delete=models.CASCADE, related_name="counts")
    by_own = models.PositiveIntegerField()
    by_others = models.PositiveIntegerField()
    by_groups = models.PositiveIntegerField()
    answers_in = models.PositiveIntegerField()
    counted_on = models.DateField(null=True, blank=True)  # of a theme that was published by itself

    class Meta:
        verbose_name_plural = "theme counts"

    def __str__(self):
        return f"Counts of theme {self.theme_id}"


class ThemeAnswer(models.Model):
    """One answer belongs to one theme: who said so, and when."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="theme_answers")
    answer = models.ForeignKey("voices.Answer", on_delete=models.CASCADE, related_name="theme_answers")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["theme", "answer"], name="heard_answer_once_a_theme")]

    def __str__(self):
        return f"{self.theme_id}: {self.answer_id}"


class Quote(models.Model):
    """Words of one answer shown under a theme: read, allowed, and with consent."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="quotes")
    answer = models.ForeignKey("voices.Answer", on_delete=models.CASCADE, related_name="quotes")
    words = models.TextField()
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["theme", "answer"], name="heard_quote_once_a_theme")]

    def __str__(self):
        return self.words[:60]


class WhatWeHeard(models.Model):
    """The PMU's account of a round. Public from the moment it is published."""

    round = models.OneToOneField("proposals.RoundPage", on_delete=models.PROTECT, related_name="what_we_heard")
    plain = models.TextField(help_text="What we heard, in Easy Read. One sentence on each line.")
    standard = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "what we heard"
        permissions = [("publish_what_we_heard", "Can publish what we heard")]

    def __str__(self):
        return f"What we heard: {self.round}"


class Correction(models.Model):
    """Why a published account was put right or taken down: the reason is public, and the row stays."""

    class Kind(models.TextChoices):
        PUT_RIGHT = "put_right", "Put right"
        TAKEN_DOWN = "taken_down", "Taken down"

    what_we_heard = models.ForeignKey(WhatWeHeard, on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField(help_text="Why, in Easy Read. Everybody can read it.")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="heard_correction_has_a_reason")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.reason[:60]}"


class ThemeCorrection(models.Model):
    """Why a theme of an always open round was put right or taken down: the reason is public, and the row stays."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=10, choices=Correction.Kind.choices)
    reason = models.TextField(help_text="Why, in Easy Read. Everybody can read it.")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="heard_theme_correction_has_a_reason")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.reason[:60]}"


class StartedPlan(models.Model):
    """A plan that began with what people told us: the arrow from their words to it, and back."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="started")
    proposal = models.ForeignKey("proposals.ProposalPage", on_delete=models.CASCADE, related_name="began_with")
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["linked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["theme", "proposal"], name="heard_plan_once_a_theme")]

    def __str__(self):
        return f"{self.theme}: {self.proposal}"
