"""What a body owes to those who told us something: an answer to a theme by a day, and each answer it gave."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from .decisions import Reply


class DebtQuerySet(models.QuerySet):
    """Debts by how they stand, and with all that is shown of them."""

    def waiting(self):
        """Those without an answer that ends them, soonest first."""
        return self.filter(settled_on=None).order_by("due_on", "pk")

    def late_on(self, day):
        """Those that wait, and whose day had passed on `day` (date)."""
        return self.waiting().filter(due_on__lt=day)

    def public(self):
        """Those whose theme everybody can read."""
        return self.filter(theme__published_at__isnull=False, theme__round__live=True)

    def in_full(self):
        """Each with its theme, its body, both ways of handing on, and its answers, in a fixed number of queries."""
        joined = self.select_related("theme__round", "body", "came_from__body", "handed_on__body")
        streams = ("easy_read", "standard", "questions")
        rows = DebtAnswer.objects.select_related("whose")
        return joined.defer(*(f"theme__round__{name}" for name in streams)).prefetch_related(Prefetch("answers", rows))


class Debt(models.Model):
    """An answer that a body owes to what people told us, by a day. Handed on, it is settled and the next one begins."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    theme = models.ForeignKey("heard.Theme", on_delete=models.PROTECT, related_name="debts")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="debts")
    due_on = models.DateField(help_text="By when the body answers.")
    sent_on = models.DateField(default=timezone.localdate)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    came_from = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="handed_on", help_text="Not theirs."
    )
    settled_on = models.DateField(null=True, blank=True, help_text="The day of the answer that ended it.")
    told_at = models.DateTimeField(null=True, blank=True, help_text="When an email to those who serve the body went.")

    objects = DebtQuerySet.as_manager()

    class Meta:
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "body"], condition=Q(settled_on=None), name="decisions_one_open_debt_a_body"
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("sent_on")), name="decisions_due_after_it_was_sent"),
        ]

    def __str__(self):
        return f"{self.body}: {self.theme}"

    @property
    def last_answer(self):
        """Its newest DebtAnswer, or None before the first."""
        return next(iter(reversed(self.answers.all())), None)

    @property
    def state(self):
        """How it stands: the last answer's value, but "late" or "waiting" while the body still owes one."""
        if self.settled_on is None and self.due_on < timezone.localdate():
            return "late"
        return self.last_answer.answer if self.last_answer else "waiting"


class DebtAnswer(models.Model):
    """What a body answered, and why. Answers are only added: a later one puts an earlier one right."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    debt = models.ForeignKey(Debt, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=10, choices=Reply.Answer.choices)
    reason = models.TextField(help_text="Why, in Easy Read. One sentence on each line.")
    standard = models.TextField(blank=True)
    whose = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="When not ours."
    )
    answer_by = models.DateField(null=True, blank=True, help_text="By when there is an answer, when it is not yet.")
    role = models.CharField(max_length=120, help_text="Who answered: a role and never a name.")
    answered_on = models.DateField(default=timezone.localdate)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True, help_text="Empty: the body has not said that it is so.")

    class Meta:
        ordering = ["answered_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="decisions_debt_answer_has_a_reason"),
            models.CheckConstraint(condition=~Q(role=""), name="decisions_debt_answer_says_who"),
            models.CheckConstraint(
                condition=Q(answer="not_ours", whose__isnull=False) | (~Q(answer="not_ours") & Q(whose=None)),
                name="decisions_debt_not_ours_says_whose",
            ),
            models.CheckConstraint(
                condition=Q(answer="not_yet", answer_by__isnull=False) | (~Q(answer="not_yet") & Q(answer_by=None)),
                name="decisions_debt_not_yet_says_when",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["yes", "some", "no", "not_ours", "not_yet"]),
                name="decisions_known_debt_answer",
            ),
        ]

    def __str__(self):
        return f"{self.get_answer_display()}: {self.debt}"
