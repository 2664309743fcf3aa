"""A spreadsheet of answers: what it holds, how it is read, what was made of it. The file goes once it is done."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Import(models.Model):
    """One spreadsheet that a worker gave, for one round."""

    class State(models.TextChoices):
        COLUMNS = "columns", "Say what the columns are"
        CHECKING = "checking", "We are looking at it"
        CHECKED = "checked", "Look at it, then do it"
        DOING = "doing", "We are making the voices"
        DONE = "done", "Done"
        UNDOING = "undoing", "We are taking it back"
        UNDONE = "undone", "Taken back"
        FAILED = "failed", "This did not work"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.PROTECT, related_name="imports")
    organisation = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="imports")
    name = models.CharField(max_length=120)  # of the file, as the worker sees it in the list
    file_hash = models.CharField(max_length=64)  # SHA-256
    columns = models.JSONField(default=list)  # the first line: a list of str
    examples = models.JSONField(default=list)  # a few values of each column; they go with the file
    mapping = models.JSONField(default=dict)  # how it is read (reading of `importing`)
    state = models.CharField(max_length=10, choices=State.choices, default=State.COLUMNS)
    rows = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)  # rows that become a voice
    known = models.PositiveIntegerField(default=0)  # rows that were imported before
    empty = models.PositiveIntegerField(default=0)
    wrong = models.PositiveIntegerField(default=0)  # things that are wrong, however many are shown
    uploaded_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)  # why it was taken back, or did not work

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        indexes = [models.Index(fields=["by", "-uploaded_at"], name="voices_imported_by")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="undone") | ~Q(reason=""), name="voices_import_taken_back_for_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_at__isnull=False), name="voices_import_done_has_a_time"
            ),
        ]

    def __str__(self):
        return self.name


class ImportFile(models.Model):
    """The spreadsheet while it waits. Kept apart, so that no list reads it, and private: no address leads to it."""

    of = models.OneToOneField(Import, on_delete=models.CASCADE, related_name="file")
    data = models.BinaryField()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"File of import {self.of_id}"


class ImportProblem(models.Model):
    """One thing that is wrong in a spreadsheet, and where. Nothing of it becomes a voice while there is one."""

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField()  # as the spreadsheet numbers it: the first line is 1
    column = models.CharField(max_length=120, blank=True)
    sentence = models.CharField(max_length=255)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["row", "pk"]

    def __str__(self):
        return f"Row {self.row}: {self.sentence}"


class ImportedRow(models.Model):
    """A row that became a voice. Its key is why the same row, in whichever file, never becomes a second one."""

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="made")
    organisation = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)  # a keyed hash: of the row's own name, or of all that it says
    row = models.PositiveIntegerField()
    voice = models.OneToOneField("voices.Voice", on_delete=models.CASCADE, related_name="imported_row")

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["row"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "round", "key"], name="voices_one_voice_a_row"),
        ]

    def __str__(self):
        return f"Row {self.row} of {self.of_id}"


class ColumnMapping(models.Model):
    """How an organisation reads the columns of one shape of file in one round, so that it says so once."""

    organisation = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="+")
    shape = models.CharField(max_length=64)  # SHA-256 of the columns
    columns = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "round", "shape"], name="voices_one_mapping_a_shape")
        ]

    def __str__(self):
        return f"Columns of {self.organisation_id} in round {self.round_id}"
