"""A group session: one workshop, one record (3.4). Its people are counts, its hands are rows beside the votes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .supports import Support
from .voices import Provenance

# Who was there, each person in one kind only, so that the kinds together are never more than those present.
KINDS = [
    ("learning_disability", "People with a learning disability"),
    ("autistic", "Autistic people"),
    ("carers", "Carers"),
    ("family", "Family"),
    ("staff", "Staff"),
]
MOST_PRESENT = 500


class GroupSessionQuerySet(models.QuerySet):
    """Sessions of a worker, and of the organisations that somebody leads."""

    def of(self, user, led=()):
        """Those that `user` (User) made, and those of the organisations they lead (list of Body), newest first."""
        mine = Q(by=user) | Q(organisation__in=led) if led else Q(by=user)
        return self.filter(mine).order_by("-started_at", "-pk")


class GroupSession(models.Model):
    """One workshop: when, where, led by whom (a role), how many were there. First of a draft, then of a voice."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="group_sessions")
    organisation = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="group_sessions")
    draft = models.OneToOneField(
        "voices.VoiceDraft", null=True, blank=True, on_delete=models.CASCADE, related_name="group_session"
    )
    voice = models.OneToOneField(
        "voices.Voice", null=True, blank=True, on_delete=models.CASCADE, related_name="group_session"
    )
    started_at = models.DateTimeField(default=timezone.now)
    stands = models.CharField(max_length=15, choices=Support.Stands.choices, blank=True, default="")
    held_on = models.DateField()
    place = models.CharField(max_length=80, blank=True)
    facilitator = models.CharField(max_length=80, blank=True)  # a role or a word, and no name unless they wish
    present = models.PositiveSmallIntegerField()
    learning_disability = models.PositiveSmallIntegerField(default=0)
    autistic = models.PositiveSmallIntegerField(default=0)
    carers = models.PositiveSmallIntegerField(default=0)
    family = models.PositiveSmallIntegerField(default=0)
    staff = models.PositiveSmallIntegerField(default=0)

    objects = GroupSessionQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [
            models.Index(fields=["by", "-started_at", "-id"], name="voices_groups_by"),
            models.Index(fields=["organisation", "-started_at", "-id"], name="voices_groups_of"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(draft=None, voice__isnull=False) | Q(draft__isnull=False, voice=None),
                name="voices_group_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(present__gte=2, present__lte=MOST_PRESENT), name="voices_a_group_is_several"
            ),
            models.CheckConstraint(
                condition=Q(
                    present__gte=F("learning_disability") + F("autistic") + F("carers") + F("family") + F("staff")
                ),
                name="voices_no_more_than_were_there",
            ),
        ]

    def __str__(self):
        return f"Group session {self.public_id}"

    @property
    def round(self):
        """The RoundPage that the group was asked about."""
        return self.voice.round if self.voice_id else self.draft.round

    @property
    def is_sent(self):
        """Whether it is a voice, and no draft any more."""
        return self.voice_id is not None

    @property
    def facts(self):
        """How it was done, for staff who read the words: a list of (what, how), each a str."""
        there = [f"{getattr(self, name)} {label.lower()}" for name, label in KINDS if getattr(self, name)]
        told = [
            ("Entered by a worker of", self.organisation.plain_name),
            ("Is the organisation independent?", self.get_stands_display()),
            ("The workshop was on", f"{self.held_on:%-d %B %Y}"),
            ("Place", self.place),
            ("Who led it", self.facilitator),
            ("Who was there", ", ".join([f"{self.present} people", *there])),
        ]
        return [(what, how) for what, how in told if how]


class Hands(models.Model):
    """How many hands were up for one choice. Never votes (SEAMS.md, Counting); what it holds is the sum of its taps."""

    session = models.ForeignKey(GroupSession, on_delete=models.CASCADE, related_name="hands")
    choice = models.ForeignKey("polls.Choice", on_delete=models.RESTRICT, related_name="hands")
    pile = models.CharField(max_length=10, blank=True, default="")  # of a thing that is sorted: an AnswerChoice.Pile
    count = models.PositiveSmallIntegerField(default=0)
    present = models.PositiveSmallIntegerField()  # a copy of the session's, so that the database can compare

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "hands"
        constraints = [
            models.UniqueConstraint(fields=["session", "choice", "pile"], name="voices_hands_of_a_choice_once"),
            models.CheckConstraint(
                condition=Q(pile__in=["", "like", "not_sure", "dislike"]), name="voices_hands_in_a_known_pile"
            ),
            models.CheckConstraint(condition=Q(count__lte=F("present")), name="voices_no_more_hands_than_people"),
        ]

    def __str__(self):
        return f"{self.count} hands for {self.choice_id}"


class Tap(models.Model):
    """One press of +1, or one hand taken back: the trail of the hands. The same token is one tap (R2)."""

    session = models.ForeignKey(GroupSession, on_delete=models.CASCADE, related_name="taps")
    choice = models.ForeignKey("polls.Choice", on_delete=models.RESTRICT, related_name="+")
    pile = models.CharField(max_length=10, blank=True, default="")  # as in Hands
    token = models.UUIDField()
    step = models.SmallIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "token"], name="voices_a_tap_counts_once"),
            models.CheckConstraint(condition=~Q(step=0), name="voices_a_tap_changes_something"),
        ]

    def __str__(self):
        return f"{self.step:+d} for {self.choice_id}"


class Statement(models.Model):
    """One thing that the group said, before sending. Sending makes an Answer of it, with the same id."""

    public_id = models.UUIDField(
        default=uuid.uuid4, unique=True, editable=False
    )  # the page's token: pressed twice is once
    session = models.ForeignKey(GroupSession, on_delete=models.CASCADE, related_name="statements")
    question = models.ForeignKey("polls.Question", on_delete=models.CASCADE, related_name="+")
    words = models.TextField(blank=True)
    summary = models.TextField(blank=True)  # where it is a worker's, apart from people's words (3.2)
    provenance = models.CharField(max_length=15, choices=Provenance.choices)
    agreed = models.PositiveSmallIntegerField(null=True, blank=True)  # how many agreed; None: not counted

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words="", summary=""), name="voices_a_statement_says_something"),
        ]

    def __str__(self):
        return f"Statement {self.public_id}"
