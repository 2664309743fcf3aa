"""A vote: a question whose count is weighed or followed. Its words are frozen at the first vote."""

from django.db import models
from django.db.models import Q

from .questions import Question


class Poll(models.Model):
    """A question whose count the deciding body has promised to weigh or to follow."""

    class Promise(models.TextChoices):
        WEIGH = "weigh", "Your vote helps them to decide"
        FOLLOW = "follow", "They have promised to do what most people choose"

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="poll")
    promise = models.CharField(max_length=10, choices=Promise.choices)
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen = models.JSONField(null=True, blank=True)  # its words, choices and pictures as they were at the first vote

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(frozen_at=None, frozen=None) | Q(frozen_at__isnull=False, frozen__isnull=False),
                name="polls_frozen_with_its_copy",
            ),
        ]

    def __str__(self):
        return f"Poll: {self.question}"

    @property
    def frozen_choices(self):
        """The ids of the choices people had at its first vote, as a set of int; empty before it."""
        return {choice["id"] for choice in (self.frozen or {}).get("choices", [])}

    def can_vote(self, voice):
        """Whether a `voice` (Voice) may vote here: of one person, standing, in this round, and not voted yet."""
        if voice.is_group or voice.taken_back_at or voice.round_id != self.question.round_id:
            return False
        return self.question.ended_at is None and not self.votes.filter(voice=voice, is_current=True).exists()

    def count_choices(self):
        """How many choices people have here. Returns int."""
        return self.question.choices.filter(ended_at=None).count()

    def counted_votes(self):
        """The votes that count: the last of each voice, but those taken back while the round was open. A queryset.

        Where the body promised to follow the vote, someone else's view does not count (SEAMS.md, Counting).
        """
        standing = Q(voice__taken_back_at=None) | Q(voice__taken_back_after_closing=True)
        votes = self.votes.filter(standing, is_current=True, voice__is_group=False)
        if self.promise != self.Promise.FOLLOW:
            return votes
        return votes.exclude(Q(provenance="someone_else") | Q(voice__provenance="someone_else"))

    def count_total_votes(self):
        """How many votes count here. Returns int, exact (SEAMS.md)."""
        return self.counted_votes().count()

    def count_by_choice(self):
        """How many votes each choice has. Returns a dict of choice id (int) to int; none is left out."""
        counts = dict.fromkeys(self.question.choices.values_list("pk", flat=True), 0)
        rows = self.counted_votes().values_list("choice").annotate(models.Count("pk")).order_by()
        return counts | dict(rows)
