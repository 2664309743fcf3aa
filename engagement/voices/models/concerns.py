"""Somebody is worried: a concern, and all that was done about it, which only grows (3.6, docs/safeguarding.md)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class ConcernQuerySet(models.QuerySet):
    """Concerns, and those that hold words out."""

    def open(self):
        """Those that are not closed yet."""
        return self.filter(closed_at=None)

    def holding(self):
        """Those whose words are held out: open, or closed with "keep the words out"."""
        return self.filter(Q(closed_at=None) | Q(outcome=Concern.Outcome.KEEP_OUT))

    def about(self, voice, question, statement=0):
        """Those about one answer of a `voice` (Voice), or about the whole voice. `question`: Question or its pk."""
        one = Q(question=question) & (Q(statement=None) | Q(statement=statement))
        return self.filter(Q(question=None) | one, voice=voice)

    def for_leads(self, leads):
        """Those that somebody may open. `leads`: their standing SafeguardingLead rows; one of the site opens all."""
        places = {lead.organisation_id for lead in leads}
        return self if None in places else self.filter(organisation__in=places)

    def untold(self):
        """Those of which no lead got an email yet."""
        return self.open().filter(told_at=None)

    def never_looked_at(self):
        """Those that nobody has looked at."""
        return self.filter(looked_at=None)


class Concern(models.Model):
    """Somebody is worried about what a person said, or about the person. Locked: only its leads see what it says."""

    class RaisedAs(models.TextChoices):
        WORKER = "worker", "A worker"
        READER = "reader", "Somebody who reads what people said"
        CHECKER = "checker", "Somebody who checked a form or a list"

    class Outcome(models.TextChoices):
        PUT_BACK = "put_back", "The words go back to the others"
        KEEP_OUT = "keep_out", "The words stay out"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft_key = models.CharField(max_length=64, db_index=True)  # of the voice, sent or not: it outlives a cleared visit
    voice = models.ForeignKey("voices.Voice", null=True, blank=True, on_delete=models.CASCADE, related_name="concerns")
    round = models.ForeignKey(
        "proposals.RoundPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="concerns"
    )
    question = models.ForeignKey(  # None: about all that the person said
        "polls.Question", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    statement = models.PositiveSmallIntegerField(null=True, blank=True)  # of a group; None: every one
    organisation = models.ForeignKey(
        "bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="concerns"
    )
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="concerns")
    raised_as = models.CharField(max_length=10, choices=RaisedAs.choices)
    raised_at = models.DateTimeField(default=timezone.now)
    worry = models.TextField(blank=True)
    # What was said, as it was said then. Taking words back does not reach it: who harms a person may hold the card.
    words = models.JSONField(default=list, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)  # when the first lead got the email
    looked_at = models.DateTimeField(null=True, blank=True)  # when the first lead opened it
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    keep_until = models.DateField(null=True, blank=True, db_index=True)  # retention begins at closing (3.8)
    forgotten_at = models.DateTimeField(null=True, blank=True)
    is_example = models.BooleanField(default=False)

    objects = ConcernQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-raised_at", "-pk"]
        indexes = [
            models.Index(fields=["raised_at"], condition=Q(closed_at=None), name="voices_open_concerns"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="", keep_until=None)
                | (Q(closed_at__isnull=False, keep_until__isnull=False) & ~Q(outcome="")),
                name="voices_closed_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(looked_at__isnull=False), name="voices_looked_at_before_closing"
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at=None) | Q(closed_at__isnull=False, worry=""), name="voices_forgotten_is_empty"
            ),
        ]

    def __str__(self):
        return f"Concern {self.public_id}"

    @property
    def waited(self):
        """How long it waited for the first look, or has waited so far (timedelta)."""
        return (self.looked_at or timezone.now()) - self.raised_at


class ConcernEntryQuerySet(models.QuerySet):
    """What was done; no row is changed or removed, but for its words when their time is over."""

    def update(self, **values):
        raise TypeError("What was done about a concern only grows: an entry cannot be changed.")

    def delete(self):
        raise TypeError("What was done about a concern only grows: an entry cannot be removed.")

    def forget(self):
        """Empty the words of the entries of concerns whose time is over; who did what, when, to whom stays. Int."""
        return super().update(words="")


class ConcernEntry(models.Model):
    """One thing that was done about a concern: by whom, when, and what. Append-only."""

    class Kind(models.TextChoices):
        RAISED = "raised", "Somebody was worried"
        TOLD = "told", "The lead was told by email"
        NOT_TOLD = "not_told", "The email could not be sent"
        OPENED = "opened", "Opened and read"
        DID = "did", "Done"
        SENT = "sent", "Sent on"
        CLOSED = "closed", "Closed"
        FORGOTTEN = "forgotten", "The words were erased: their time was over"

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    words = models.TextField(blank=True)
    to = models.CharField(max_length=160, blank=True)  # to whom it was sent

    objects = ConcernEntryQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "concern entries"
        constraints = [
            models.CheckConstraint(condition=~Q(kind="sent", to=""), name="voices_sent_to_somebody"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.concern_id})"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("What was done about a concern only grows: an entry cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("What was done about a concern only grows: an entry cannot be removed.")


class WorryWord(models.Model):
    """A word that staff added to those of `words_that_worry.txt`: answers with it are read first, and no more."""

    word = models.CharField(max_length=60, unique=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["word"]

    def __str__(self):
        return self.word
