"""How one person was supported to say what they think: by whom, how it was explained, how they showed it (3.1, 3.2)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .answers import Answer

EXPLAINED = [
    ("easy_read", "With Easy Read"),
    ("pictures", "With pictures"),
    ("pictures_to_sort", "With pictures to sort"),
    ("signing", "With signing"),
    ("objects", "With objects"),
    ("video", "With a video"),
    ("other_words", "In other words"),
    ("not_explained", "I did not explain it"),
]
TOLD = [
    ("who_reads", "Who reads it"),
    ("who_sees", "Who sees it afterwards"),
    ("what_is_shared", "What we may have to tell others"),
    ("how_long", "How long we keep it"),
    ("nothing", "Nothing more"),
]
SHOWED = [
    ("said", "They said it"),
    ("pointed", "They pointed"),
    ("signed", "They signed"),
    ("looked", "They looked at it"),
    ("wrote", "They wrote or typed it"),
    ("sorted", "They sorted pictures"),
    ("face", "With their face or a sound"),
    ("behaviour", "By what they did"),
    ("other", "In another way"),
]


class SupportQuerySet(models.QuerySet):
    """A worker's own entries."""

    def of(self, user):
        """Those that `user` (User) made, the newest first. Nobody else may see them."""
        return self.filter(by=user).order_by("-started_at", "-pk")

    def with_reading(self):
        """Each with `is_read` (bool): somebody read an answer of it. The readings are in a room to the left."""
        read = Answer.objects.filter(voice=OuterRef("voice"), readings__isnull=False)
        return self.annotate(is_read=Exists(read))


class Support(models.Model):
    """One visit of a worker to one person. It belongs to the unsent answers, and from sending on to the voice.

    It holds no name and says nothing of what the person can or cannot understand (3.1): only what was done.
    """

    class Agreed(models.TextChoices):
        YES = "yes", "The person agreed with the summary"
        NOT_CHECKED = "not_checked", "We did not check it with the person"

    class Sure(models.TextChoices):
        SURE = "sure", "Sure"
        QUITE = "quite", "Quite sure"
        NOT = "not", "Not sure"

    class Stands(models.TextChoices):
        """How the organisation stood to the bodies of the plan on that day; as bodies.Independence, or not known."""

        UNKNOWN = "", "We do not know if it is independent"
        INDEPENDENT = "independent", "Independent"
        COMMISSIONED = "commissioned", "The body pays it"
        PROVIDER = "provider", "It gives services for the body"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="supported")
    organisation = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="supported")
    draft = models.OneToOneField(
        "voices.VoiceDraft", null=True, blank=True, on_delete=models.CASCADE, related_name="support"
    )
    voice = models.OneToOneField(
        "voices.Voice", null=True, blank=True, on_delete=models.CASCADE, related_name="support"
    )
    started_at = models.DateTimeField(default=timezone.now)
    by_phone = models.BooleanField(default=False)  # on the telephone; else they are together
    # The call that was asked for, done when the visit is sent: who has done it keeps no number (Q14).
    call = models.OneToOneField(
        "voices.CallRequest", null=True, blank=True, on_delete=models.SET_NULL, related_name="support"
    )
    stands = models.CharField(max_length=15, choices=Stands.choices, blank=True, default="")
    told = models.JSONField(default=list, blank=True)  # what the person wanted to know first: values of TOLD
    explained = models.JSONField(default=list, blank=True)  # values of EXPLAINED
    showed = models.JSONField(default=list, blank=True)  # values of SHOWED
    agreed = models.CharField(max_length=15, choices=Agreed.choices, blank=True)  # with a summary
    seen_by = models.CharField(max_length=80, blank=True)  # what we saw: who saw it, as a role and never a name
    how_sure = models.CharField(max_length=10, choices=Sure.choices, blank=True)
    agrees_to = models.JSONField(default=dict, blank=True)  # before sending: Consent.Kind → how they showed that

    objects = SupportQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [
            models.Index(fields=["by", "-started_at", "-id"], name="voices_supported_by"),
            models.Index(fields=["organisation", "-started_at", "-id"], name="voices_supported_at"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(draft=None, voice__isnull=False) | Q(draft__isnull=False, voice=None),
                name="voices_support_of_one_thing",
            ),
            models.CheckConstraint(condition=Q(call=None) | Q(by_phone=True), name="voices_a_call_is_by_phone"),
        ]

    def __str__(self):
        return f"Support {self.public_id}"

    @property
    def round(self):
        """The RoundPage that the person was asked about."""
        return self.voice.round if self.voice_id else self.draft.round

    @property
    def is_sent(self):
        """Whether it is a voice, and no draft any more."""
        return self.voice_id is not None

    @property
    def phone(self):
        """The number to phone (str), while the call that was asked for is not done; else ""."""
        return self.call.phone if self.call_id else ""

    @property
    def is_not_independent(self):
        """Whether the organisation was not independent of the plan's bodies: a flag for those who read it (3.3)."""
        return self.stands in (self.Stands.PROVIDER, self.Stands.COMMISSIONED)

    @property
    def facts(self):
        """How it was done, for those who read the words: a list of (what, how), each a str."""
        told = [
            ("Entered by a worker of", self.organisation.plain_name),
            ("Is the organisation independent?", self.get_stands_display()),
            ("How they talked", "By phone" if self.by_phone else ""),
            ("What the person wanted to know first", labels(self.told, TOLD)),
            ("How it was explained", labels(self.explained, EXPLAINED)),
            ("How the person showed it", labels(self.showed, SHOWED)),
            ("Did the person agree with the summary?", self.get_agreed_display()),
            ("Who saw it", self.seen_by),
            ("How sure they are", self.get_how_sure_display()),
        ]
        return [(what, how) for what, how in told if how]


def labels(values, choices):
    """The labels of `values` (list of str) in the order of `choices`, as one str."""
    return ". ".join(label for value, label in choices if value in values)
