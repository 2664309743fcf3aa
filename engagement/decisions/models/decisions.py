"""A decision of a body at a meeting, and its reply to each theme."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class DecisionQuerySet(models.QuerySet):
    """Decisions the public can see, and those that still owe something."""

    def published(self):
        """Those that everyone can see, newest meeting first."""
        return self.exclude(published_at=None).order_by("-meeting__held_on", "-pk")

    def still_owed(self):
        """Published ones that do not end the matter (noted, put off, not ours, recommended) with no later answer."""
        return self.published().filter(~models.Exists(later_than(models.OuterRef("pk"))), kind__in=Decision.OPEN_KINDS)

    def with_newer(self):
        """Each with `newer_title` and `newer_slug` (str or None): the newest published one that names it."""
        newer = later_than(models.OuterRef("pk"))
        return self.annotate(
            newer_title=models.Subquery(newer.values("title")[:1]), newer_slug=models.Subquery(newer.values("slug")[:1])
        )


def later_than(decision):
    """Published decisions that answer or correct `decision` (its key, or an OuterRef), newest first. A queryset."""
    return Decision.objects.published().filter(answers=decision)


class Decision(models.Model):
    """What a body did at a meeting about a plan."""

    class Kind(models.TextChoices):
        DECIDED = "decided", "Decided"
        RECOMMENDED = "recommended", "Gave advice"
        NOTED = "noted", "Heard it, and did not decide"
        PUT_OFF = "put_off", "Put off"
        NOT_OURS = "not_ours", "Not theirs to decide"

    OPEN_KINDS = (Kind.RECOMMENDED, Kind.NOTED, Kind.PUT_OFF, Kind.NOT_OURS)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    proposal = models.ForeignKey("proposals.ProposalPage", on_delete=models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey("bodies.Meeting", on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    authority = models.ForeignKey(
        "bodies.Authority",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        help_text="What gives the body the right to decide. Only a decision has it, and each decision has one.",
    )
    title = models.CharField(max_length=160, help_text="What was decided, in one Easy Read sentence.")
    plain = models.TextField(help_text="What was decided, in Easy Read. One sentence on each line.")
    why = models.TextField(help_text="Why, in Easy Read. One sentence on each line.")
    standard = models.TextField(blank=True, help_text="The decision and its reasons in standard words.")
    next_body = models.ForeignKey(
        "bodies.Body",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="owes",
        help_text="Who answers next.",
    )
    next_by = models.DateField(null=True, blank=True, help_text="By when they answer.")
    answers = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="answered_by",
        help_text="The earlier decision that this one answers, or corrects.",
    )
    correction_reason = models.TextField(
        blank=True, help_text="Why there is a newer decision, in Easy Read. Only when it corrects an earlier one."
    )
    equality_note = models.TextField(blank=True, help_text="How they thought about fairness (3.11).")
    # The days on which the body was given what it must know before it decides (3.11): never made up, so maybe empty.
    note_opened_on = models.DateField(null=True, blank=True, help_text="When the body opened the equality note.")
    voices_opened_on = models.DateField(null=True, blank=True, help_text="When the body opened the summary of voices.")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__held_on", "-pk"]
        permissions = [
            ("record_decision", "Can record what a body decided"),
            ("publish_outcome", "Can publish an outcome"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="decided") | Q(next_body__isnull=False), name="decisions_open_ones_name_who_is_next"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="decisions_say_why"),
            models.CheckConstraint(
                condition=Q(kind="decided", authority__isnull=False) | (~Q(kind="decided") & Q(authority=None)),
                name="decisions_only_authority_decides",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["decided", "recommended", "noted", "put_off", "not_ours"]),
                name="decisions_known_kind",
            ),
            models.CheckConstraint(
                condition=~Q(kind="decided") | Q(published_at=None) | ~Q(equality_note=""),
                name="decisions_public_ones_have_a_note",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def body(self):
        """The body that met: whose decision it is."""
        return self.meeting.body

    @property
    def address(self):
        """Its page on this site."""
        return f"/what-happened/{self.slug}/"

    @property
    def corrects(self):
        """The published decision that this one puts right (Decision), or None. It then says why."""
        is_right = self.correction_reason and self.answers and self.answers.published_at
        return self.answers if is_right else None

    @property
    def is_example(self):
        """Whether it was made up, for showing the site."""
        return self.proposal.is_example or self.meeting.is_example


class Reply(models.Model):
    """What a body answers to one theme, and why."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        SOME = "some", "Some of it"
        NO = "no", "No"
        NOT_OURS = "not_ours", "Not ours to decide"
        NOT_YET = "not_yet", "Not yet"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="replies")
    theme = models.ForeignKey("heard.Theme", on_delete=models.PROTECT, related_name="replies")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    reason = models.TextField(help_text="Why, in Easy Read. One sentence on each line.")
    standard = models.TextField(blank=True)
    whose = models.ForeignKey(
        "bodies.Body",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="owes_replies",
        help_text="Whose it is, when it is not ours.",
    )
    answer_by = models.DateField(null=True, blank=True, help_text="By when there is an answer, when it is not yet.")

    class Meta:
        ordering = ["theme__sort_order", "pk"]
        verbose_name_plural = "replies"
        constraints = [
            models.UniqueConstraint(fields=["decision", "theme"], name="decisions_one_reply_a_theme"),
            models.CheckConstraint(condition=~Q(reason=""), name="decisions_reply_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(answer="not_ours") | Q(whose__isnull=False), name="decisions_not_ours_says_whose"
            ),
            models.CheckConstraint(
                condition=~Q(answer="not_yet") | Q(answer_by__isnull=False), name="decisions_not_yet_says_when"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["yes", "some", "no", "not_ours", "not_yet"]), name="decisions_known_answer"
            ),
        ]

    def __str__(self):
        return f"{self.get_answer_display()}: {self.theme}"
