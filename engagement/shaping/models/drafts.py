"""Drafts of a plan, and what changed in each because of whom."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from easyread.blocks import EasyReadBlocks, StandardBlocks
from easyread.fields import LightStreamField


class DraftQuerySet(models.QuerySet):
    """Drafts everybody can see."""

    def published(self):
        """Those that are out, first draft first: from their day on, or with words where the day is not known."""
        out = Q(published_on__lte=timezone.localdate()) | Q(published_on=None) & ~Q(date_words="")
        return self.filter(out).order_by("proposal", "number")


class Draft(ClusterableModel):
    """Draft 1, 2, 3 … of a proposal."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    proposal = models.ForeignKey("proposals.ProposalPage", on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    easy_read = LightStreamField(EasyReadBlocks(), blank=True)
    standard = LightStreamField(StandardBlocks(), blank=True)
    published_on = models.DateField(null=True, blank=True, help_text="The day of this draft, when it is known.")
    date_words = models.CharField(max_length=120, blank=True, help_text="When the day is not known: what is known.")
    groups = ParentalManyToManyField(
        "bodies.Body", blank=True, related_name="shaped", help_text="Who asked for changes."
    )
    unknown = models.TextField(blank=True, help_text="What is not known about its changes. One sentence on each line.")
    approved_by = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="approves_drafts"
    )
    approval = models.TextField(blank=True, help_text="Who approved it, and what is not known. One sentence a line.")
    version = models.PositiveIntegerField(default=1, editable=False)  # raised by each save (docs/drafts.md)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["proposal", "number"]
        constraints = [models.UniqueConstraint(fields=["proposal", "number"], name="shaping_one_draft_a_number")]

    def __str__(self):
        return f"{self.proposal}: draft {self.number}"


class Change(models.Model):
    """A change in a draft and what it is because of; or a suggestion not taken, and why."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = ParentalKey(Draft, on_delete=models.CASCADE, related_name="changes")
    before = models.TextField(blank=True, help_text="Each sentence as the earlier draft says it, on a line of its own.")
    after = models.TextField(blank=True, help_text="Each sentence as this draft says it, on a line of its own.")
    taken = models.BooleanField(default=True, help_text="Not ticked: somebody asked for it and it was not taken.")
    reason = models.TextField(help_text="Why, in Easy Read. One sentence on each line.")
    standard = models.TextField(blank=True, help_text="The reason in standard words.")
    quote = models.ForeignKey("heard.Quote", null=True, blank=True, on_delete=models.PROTECT, related_name="changes")
    theme = models.ForeignKey("heard.Theme", null=True, blank=True, on_delete=models.PROTECT, related_name="changes")
    body = models.ForeignKey("bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="changes")
    # What one person said about this very sentence or picture of an earlier draft (docs/make-it-together.md).
    comment = models.ForeignKey(
        "shaping.Comment", null=True, blank=True, on_delete=models.PROTECT, related_name="changes"
    )
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="shaping_change_has_a_reason"),
            models.CheckConstraint(
                condition=Q(quote__isnull=False)
                | Q(theme__isnull=False)
                | Q(body__isnull=False)
                | Q(comment__isnull=False),
                name="shaping_change_names_somebody",
            ),
        ]

    def __str__(self):
        return self.after[:60] or self.reason[:60]


class DraftVersion(models.Model):
    """A draft as it was before somebody saved it again: whatever two editors type, nothing is lost."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()  # all of the draft with its changes, as modelcluster writes it
    kept_at = models.DateTimeField(default=timezone.now)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )  # who saved over it

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="shaping_one_version_a_number")]

    def __str__(self):
        return f"Version {self.number} of draft {self.draft_id}"
