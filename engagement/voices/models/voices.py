"""A voice: one response to one round, and apart from it, who is speaking and what they agreed to."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Provenance(models.TextChoices):
    """Whose words they are (3.2). Never blended in a count."""

    OWN_WORDS = "own_words", "Own words"
    READ_BACK = "read_back", "Read back and agreed"
    SUMMARY = "summary", "A supporter's summary"
    OBSERVED = "observed", "What we saw"
    SOMEONE_ELSE = "someone_else", "Someone else's view"


PERSONS_OWN = (Provenance.OWN_WORDS, Provenance.READ_BACK)


class Speaking(models.TextChoices):
    """Who is speaking: kept apart from whose words they are."""

    LEARNING_DISABILITY = "learning_disability", "A person with a learning disability"
    AUTISTIC = "autistic", "An autistic person"
    CARER = "carer", "A carer"
    FAMILY = "family", "Family"
    STAFF = "staff", "Staff"
    SEVERAL = "several", "More than 1 of these"
    NOT_SAID = "not_said", "Not said"


class VoiceQuerySet(models.QuerySet):
    """Voices that count, and ways to split them."""

    def standing(self):
        """Voices that were not taken back."""
        return self.filter(taken_back_at=None)

    def counted(self):
        """Voices in the closing totals: all but those taken back while the round was open (SEAMS.md, Counting)."""
        return self.filter(Q(taken_back_at=None) | Q(taken_back_after_closing=True))

    def of_persons(self):
        """Voices of one person each; a group session counts its hands beside them, never among them."""
        return self.filter(is_group=False)


class Voice(models.Model):
    """What you said: one response to a round."""

    class Channel(models.TextChoices):
        ONLINE = "online", "On this website"
        WORKER = "worker", "With an advocacy worker"
        GROUP = "group", "In a group"
        PAPER = "paper", "On paper"
        PHONE = "phone", "By phone"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.PROTECT, related_name="voices")
    draft_key = models.CharField(max_length=64, unique=True)  # the same draft always gives the same voice (R2)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.ONLINE)
    provenance = models.CharField(max_length=15, choices=Provenance.choices, default=Provenance.OWN_WORDS)
    speaking = models.CharField(max_length=20, choices=Speaking.choices, default=Speaking.NOT_SAID)
    is_group = models.BooleanField(default=False)
    people_present = models.PositiveSmallIntegerField(null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="voices_entered"
    )
    given_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_after_closing = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    salt = models.CharField(max_length=64, blank=True)  # for its commitment in the record; goes when words are erased
    recorded = models.BooleanField(default=False)  # whether its fact stands in the record yet (batches, SEAMS.md)

    objects = VoiceQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-given_at"]
        indexes = [
            models.Index(fields=["round", "provenance"], name="voices_by_provenance"),
            models.Index(fields=["round", "speaking"], name="voices_by_speaking"),
            models.Index(fields=["round"], condition=Q(taken_back_after_closing=True), name="voices_taken_back_late"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_group=False) | Q(people_present__isnull=False), name="voices_group_says_how_many"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_after_closing=False) | Q(taken_back_at__isnull=False),
                name="voices_taken_back_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(provenance__in=[p.value for p in Provenance]), name="voices_says_whose_words"
            ),
        ]

    def __str__(self):
        return f"Voice {self.public_id}"

    @property
    def is_persons_own(self):
        """Whether they are the person's own words: said, or read back and agreed."""
        return self.provenance in PERSONS_OWN


class AboutYou(models.Model):
    """What a person told about themselves: optional, and kept apart from what they said."""

    class Helped(models.TextChoices):
        NOT_SAID = "", "Not said"
        NO = "no", "No"
        READ = "read", "They read it to me"
        WROTE = "wrote", "They wrote for me"
        DECIDED = "decided", "They helped me to decide"

    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="about_you")
    who = models.JSONField(default=list, blank=True)  # each a Speaking value; several may be true of one person
    place = models.CharField(max_length=60, blank=True)
    helped = models.CharField(max_length=10, choices=Helped.choices, blank=True, default="")

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"About voice {self.voice_id}"


class Consent(models.Model):
    """One thing a person agreed to, each by itself, with the day it was given and the day it was taken back (3.7)."""

    class Kind(models.TextChoices):
        CONTACT = "contact", "You may contact me"
        PUBLISH = "publish", "You may show my words"
        PICTURE = "picture", "You may use my picture"
        VOICE = "voice", "You may use my recorded voice"
        FILM = "film", "You may use my film"

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    how = models.CharField(max_length=60, default="on this website")
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "kind"], condition=Q(withdrawn_at=None), name="voices_one_standing_consent"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.voice_id})"
