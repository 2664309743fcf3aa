"""Checks of Easy Read pages by people, and corrections of pages that are live (T9, DESIGN.md 6.8)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import AbstractGroupApprovalTask, TaskState


class EasyReadCheck(TaskState):
    """One check of exactly one version of a page: what the checker said, and whether we may say their name."""

    class Verdict(models.TextChoices):
        GOOD = "good", "It is good"
        HARD = "hard", "It is hard to understand"
        PICTURE = "picture", "A picture is wrong"

    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    may_say_name = models.BooleanField(default=False)
    fingerprint = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the version that was checked.")
    shown = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of the words and pictures that people see in it."
    )
    rule_errors = models.PositiveSmallIntegerField(default=0, help_text="Errors of the rules in that version.")
    is_example = models.BooleanField(default=False, help_text="Made up, for showing the site.")

    def __str__(self):
        return f"Check of version {self.revision_id}: {self.get_status_display()}"

    def get_comment(self):
        """What stands in Wagtail's own history: the verdict and the checker's words."""
        return ": ".join(part for part in (self.get_verdict_display(), self.comment) if part)


class EasyReadCheckTask(AbstractGroupApprovalTask):
    """The task of the easy-read checkers. They do it on their own screen (easyread/views), never in the editor."""

    task_state_class = EasyReadCheck

    class Meta:
        verbose_name = "Easy Read check by people"
        verbose_name_plural = "Easy Read checks by people"
        permissions = [("check_pages", "Can check whether pages are Easy Read")]

    def start(self, workflow_state, user=None):
        """As Wagtail's; a version that was checked already goes on to the next task.

        Nobody of the staff sends a page again while a remark of a checker has no answer: raises MayNotGoLive.
        """
        from ..checking import check_remarks_are_answered, is_checked  # it reads these models

        if user is not None:  # what goes to the checkers by itself, such as a correction, does not wait
            check_remarks_are_answered(workflow_state.content_object)
        state = super().start(workflow_state, user=user)
        if is_checked(state.revision):
            state.status = TaskState.STATUS_SKIPPED
            state.save()
        return state

    def user_can_access_editor(self, obj, user):
        return False

    def locked_for_user(self, obj, user):
        """A page with the checkers can still be put right; a new version then needs a check of its own."""
        return False

    def user_can_lock(self, obj, user):
        return False

    def get_actions(self, obj, user):
        """None in the editor, not for an administrator either: a check says what was good or hard, and who said so."""
        return []

    @classmethod
    def get_description(cls):
        return "Easy-read checkers look at the page as the public will see it, and say if it is easy."


class Correction(models.Model):
    """Why a live page was changed or taken down before anybody checked it: both versions are kept, and the reason is
    public."""

    class Kind(models.TextChoices):
        PUT_RIGHT = "put_right", "Put right"
        TAKEN_DOWN = "taken_down", "Taken down"
        LOADED = "loaded", "Loaded again from the programme's files"

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField(blank=True, help_text="Why, in Easy Read. Everybody can read it.")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    earlier_revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="loaded") | (~Q(reason="") & Q(made_by__isnull=False)),
                name="easyread_correction_says_why_and_who",
            ),
            models.CheckConstraint(
                condition=Q(kind="taken_down", revision__isnull=True)
                | (~Q(kind="taken_down") & Q(revision__isnull=False)),
                name="easyread_correction_has_its_version",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.reason[:60]}"
