"""What was chosen: the choices of an answer, in order or in piles; and votes, which stand apart from answers."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from engagement.polls.models import MOST_PICKS, MOST_THINGS

from .answers import Answer
from .whose import KNOWN_PROVENANCE, WhoseWords


class AnswerChoice(models.Model):
    """One choice of an answer to a question that is not a poll."""

    class Pile(models.TextChoices):
        LIKE = "like", "I like it"
        NOT_SURE = "not_sure", "I am not sure"
        DISLIKE = "dislike", "I do not like it"

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="chosen")
    choice = models.ForeignKey("polls.Choice", on_delete=models.PROTECT, related_name="chosen")
    # 1, 2 or 3 for a picked idea, so that nobody can pick more; 1 to 6 for a thing that was put in order.
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    ranked = models.BooleanField(default=False)  # the place says how much it is liked; a pick's place says nothing
    pile = models.CharField(max_length=10, choices=Pile.choices, blank=True, default="")  # of a thing that was sorted

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["answer", "choice"], name="voices_a_choice_once"),
            models.UniqueConstraint(fields=["answer", "place"], name="voices_a_pick_a_place"),
            models.CheckConstraint(
                condition=Q(place=None) | Q(ranked=True) | Q(place__range=(1, MOST_PICKS)),
                name="voices_three_picks_at_most",
            ),
            models.CheckConstraint(
                condition=Q(ranked=False) | Q(place__isnull=False, place__range=(1, MOST_THINGS)),
                name="voices_six_places_at_most",
            ),
            models.CheckConstraint(
                condition=Q(pile="") | Q(pile__in=["like", "not_sure", "dislike"], place=None),
                name="voices_a_known_pile",
            ),
        ]

    def __str__(self):
        return f"{self.answer_id}: {self.choice_id}"


class Vote(WhoseWords):
    """One voice's choice in one poll: at most one that counts, by database constraint (DESIGN.md 6.2)."""

    voice = models.ForeignKey("voices.Voice", on_delete=models.CASCADE, related_name="votes")
    poll = models.ForeignKey("polls.Poll", on_delete=models.PROTECT, related_name="votes")
    choice = models.ForeignKey("polls.Choice", on_delete=models.PROTECT, related_name="votes")
    given_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["poll", "is_current", "choice"], name="voices_votes_counted")]
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "poll"], condition=Q(is_current=True), name="voices_one_vote_a_poll"
            ),
            models.CheckConstraint(condition=KNOWN_PROVENANCE, name="voices_vote_says_whose"),
        ]

    def __str__(self):
        return f"Vote in poll {self.poll_id}"
