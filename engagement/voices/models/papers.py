"""Paper forms: what was printed, each numbered copy, and a second person's check of what was typed in (3.5)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class PaperBatch(models.Model):
    """What one printing asked, word for word: a form is typed in as it was printed, whatever changed since.

    With a `code` it is the form that anybody may print; without, copies with numbers, printed by somebody.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="paper_batches")
    code = models.CharField(max_length=9, unique=True, null=True, blank=True)
    asked = models.JSONField(default=list)  # as engagement.voices.paper.asking makes it: words, order and ids
    digest = models.CharField(max_length=64)  # of `asked`
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="paper_printed"
    )
    organisation = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="paper_batches"
    )
    made_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name_plural = "paper batches"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "digest"], condition=Q(code__isnull=False), name="voices_one_public_form"
            ),
            models.CheckConstraint(
                condition=Q(code__isnull=False) | Q(by__isnull=False), name="voices_somebody_printed_it"
            ),
        ]

    def __str__(self):
        return f"Paper forms of {self.made_at:%d %m %Y}"


class PaperCopy(models.Model):
    """One form on paper, with its number and code. It becomes one voice at most: `voice` is one to one."""

    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="paper_copies")
    batch = models.ForeignKey(PaperBatch, on_delete=models.CASCADE, related_name="copies")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=9, unique=True)
    lot = models.PositiveSmallIntegerField()  # 0 to 99, made from the code: says if a second person types it (3.5)
    organisation = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="paper_copies"
    )
    typed = models.JSONField(default=dict, blank=True)  # what is typed so far; empty once it is a voice
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="paper_typed"
    )
    typed_at = models.DateTimeField(null=True, blank=True)
    came_on = models.DateField(null=True, blank=True)  # the day the form came back
    voice = models.OneToOneField(
        "voices.Voice", null=True, blank=True, on_delete=models.CASCADE, related_name="paper_copy"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["round", "number"]
        verbose_name_plural = "paper copies"
        permissions = [("type_paper", "Can print paper forms and type them in, for every organisation")]
        indexes = [
            models.Index(fields=["typed_by", "-typed_at"], name="voices_paper_typed_by"),
            models.Index(fields=["round", "lot"], name="voices_paper_lots"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="voices_one_paper_a_number"),
            models.CheckConstraint(
                condition=Q(voice=None) | Q(typed_by__isnull=False, typed_at__isnull=False, came_on__isnull=False),
                name="voices_paper_typed_by_somebody",
            ),
        ]

    def __str__(self):
        return f"Form {self.number}"


class PaperSetting(models.Model):
    """How many of the forms of a round a second person types in again: 1 in `one_in`, 0 for none."""

    class OneIn(models.IntegerChoices):
        NONE = 0, "None"
        TWENTY = 20, "1 form in 20"
        TEN = 10, "1 form in 10"
        FIVE = 5, "1 form in 5"
        TWO = 2, "1 form in 2"
        EVERY = 1, "Every form"

    round = models.OneToOneField("proposals.RoundPage", on_delete=models.CASCADE, related_name="paper_setting")
    one_in = models.PositiveSmallIntegerField(choices=OneIn.choices, default=OneIn.TEN)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.get_one_in_display()


class PaperCheck(models.Model):
    """The same form typed in by a second person. The first typist is kept beside, so that they are never one."""

    copy = models.OneToOneField(PaperCopy, on_delete=models.CASCADE, related_name="check_of")
    first = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="paper_checked")
    made_at = models.DateTimeField(default=timezone.now)
    agreed = models.PositiveSmallIntegerField(default=0)  # on how many questions both typed the same
    # Each difference: key, first, second, and once settled `chosen`. Words go from here when it is settled.
    differences = models.JSONField(default=list, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(by=F("first")), name="voices_checked_by_another"),
        ]

    def __str__(self):
        return f"Check of {self.copy}"


class PaperScan(models.Model):
    """A photo or scan of a form: cleaned, kept in private, and removed on its day (3.8)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    copy = models.ForeignKey(PaperCopy, on_delete=models.CASCADE, related_name="scans")
    name = models.CharField(max_length=200)  # in the private storage
    content_type = models.CharField(max_length=40)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    keep_until = models.DateField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self):
        return f"Scan of {self.copy}"
