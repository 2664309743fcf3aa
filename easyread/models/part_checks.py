"""What a checker says of one part of a page, what we answer, and how long it took (T9)."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..media.rows import removes_its_file
from .checking import EasyReadCheck

MOST_MINUTES = 600  # of one sitting, as its checker may say it

Verdict = EasyReadCheck.Verdict


class PartCheckQuerySet(models.QuerySet):
    """What checkers said of parts."""

    def remarks(self):
        """What they found hard or wrong."""
        return self.exclude(verdict=Verdict.GOOD)

    def sent(self):
        """Those of checks that are finished: until then the checker may still change them."""
        return self.filter(page_check__finished_at__isnull=False)

    def unanswered(self):
        """The remarks of finished checks that nobody of the staff has answered yet."""
        return self.remarks().sent().filter(answered_at=None)

    def of_page(self, page):
        """Those of every version of a `page` (Page), the newest check first and its parts in their order."""
        state = "page_check__workflow_state__"
        of_it = {f"{state}object_id": str(page.pk), f"{state}base_content_type": page.get_base_content_type()}
        return self.filter(**of_it).order_by("-page_check", "place", "pk")


class PartCheck(models.Model):
    """What a checker said of one part of one version of a page: a block, a question, the title, or the whole page."""

    page_check = models.ForeignKey(EasyReadCheck, on_delete=models.CASCADE, related_name="parts")
    key = models.CharField(max_length=64, help_text="The part's own: its block's id, or its field's name.")
    place = models.PositiveSmallIntegerField(help_text="Its place on the page then, from 1.")
    name = models.CharField(max_length=80, help_text="What kind of part it is.")
    shown = models.TextField(blank=True, help_text="Its words as they were then, one sentence on each line.")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    words = models.TextField(blank=True, help_text="Why, in the checker's own words.")
    file = models.CharField(max_length=200, blank=True, help_text="Why, said: a sound in the private storage.")
    seconds = models.FloatField(default=0)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)
    changed = models.BooleanField(null=True, blank=True, help_text="Whether we changed the page because of it.")
    answer = models.TextField(blank=True, help_text="What we changed, or why not. In Easy Read.")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = PartCheckQuerySet.as_manager()

    class Meta:
        ordering = ["page_check", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["page_check", "key"], name="easyread_one_verdict_a_part"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="easyread_part_has_a_verdict"),
            models.CheckConstraint(
                condition=Q(verdict="good") | ~Q(words="") | ~Q(file=""), name="easyread_remark_says_why"
            ),
            models.CheckConstraint(
                condition=Q(answer="", changed=None, answered_by=None, answered_at=None)
                | (
                    ~Q(answer="")
                    & Q(changed__isnull=False, answered_by__isnull=False, answered_at__isnull=False)
                    & ~Q(verdict="good")
                ),
                name="easyread_answer_to_a_remark_is_whole",
            ),
        ]

    def __str__(self):
        return f"Part {self.place}: {self.get_verdict_display()}"

    @property
    def is_remark(self):
        """Whether something was hard or wrong."""
        return self.verdict != Verdict.GOOD


removes_its_file(PartCheck)


class CheckSitting(models.Model):
    """How long a checker worked on a check without a long break: what they are paid for.

    It stays when a page that was never public is deleted, so the page's title is kept with it.
    """

    page_check = models.ForeignKey(EasyReadCheck, null=True, on_delete=models.SET_NULL, related_name="sittings")
    title = models.CharField(max_length=255)
    checker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="check_sittings")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    minutes_said = models.PositiveSmallIntegerField(null=True, blank=True, help_text="As the checker put it right.")
    reason = models.TextField(blank=True, help_text="Why the checker put the time right.")
    said_at = models.DateTimeField(null=True, blank=True)
    is_example = models.BooleanField(default=False, help_text="Made up, for showing the site.")

    class Meta:
        ordering = ["began_at", "pk"]
        permissions = [("see_checking_time", "Can see how long easy-read checkers worked")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__gte=models.F("began_at")), name="easyread_sitting_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(minutes_said=None, reason="", said_at=None)
                | (Q(minutes_said__lte=MOST_MINUTES, said_at__isnull=False) & ~Q(reason="")),
                name="easyread_time_put_right_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.title}: {self.minutes} minutes"

    @property
    def minutes_counted(self):
        """The minutes that the site counted, each one begun (int)."""
        return -(-(self.ended_at - self.began_at) // timedelta(minutes=1))

    @property
    def minutes(self):
        """The minutes to pay (int): as the checker put them right, else as counted."""
        return self.minutes_counted if self.minutes_said is None else self.minutes_said
