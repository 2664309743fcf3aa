"""What is asked: questions, choices and polls as rows, made from the blocks of a round when it is published."""

import uuid

from django.db import models
from django.db.models import Q

MOST_PICKS = 3  # ideas that one person may pick in one round


class QuestionQuerySet(models.QuerySet):
    """Questions of a round."""

    def asked(self):
        """Those that are still asked, in their order."""
        return self.filter(ended_at=None).order_by("sort_order", "pk")

    def ready_to_show(self):
        """With choices, pictures and poll, in a fixed number of queries (F2).

        Ideas to pick from are left out: there may be 5,000 of them, and each page shows a few (`voices.picking`).
        """
        choices = Choice.objects.filter(ended_at=None).exclude(question__kind=Question.Kind.PICK)
        choices = choices.select_related("picture").order_by("sort_order", "pk")
        return self.select_related("picture", "poll").prefetch_related(models.Prefetch("choices", queryset=choices))


class Question(models.Model):
    """One question of a round. It is never deleted: one taken out is ended."""

    class Kind(models.TextChoices):
        YES_NO = "yes_no", "Yes, no or not sure"
        ONE = "one", "One of several"
        SEVERAL = "several", "Several of several"
        FACES = "faces", "Faces with words"
        WORDS = "words", "In their own words"
        PICK = "pick", "Pick 3 ideas"

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)  # its block's, so that it holds over drafts
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="question_rows")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.CharField(max_length=200)
    standard_text = models.CharField(max_length=400, blank=True)
    help = models.CharField(max_length=200, blank=True)
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    sensitive = models.BooleanField(default=False)
    # How people may answer in their own words, besides typing (Q6).
    takes_picture = models.BooleanField(default=True)
    takes_sound = models.BooleanField(default=True)
    sort_order = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "public_id"], name="polls_one_question_a_block")]

    def __str__(self):
        return self.text

    @property
    def has_choices(self):
        """Whether people choose; the other kind is their own words."""
        return self.kind != self.Kind.WORDS

    @property
    def takes_many(self):
        """Whether more than one choice may be chosen."""
        return self.kind in (self.Kind.SEVERAL, self.Kind.PICK)

    @property
    def picks_ideas(self):
        """Whether people pick ideas here: its choices are no author's, they come while the round is open."""
        return self.kind == self.Kind.PICK


class Choice(models.Model):
    """One thing people can choose in a question. django-polls' word."""

    class Meaning(models.TextChoices):
        PLAIN = "", "as it says"
        YES = "yes", "yes"
        NO = "no", "no"
        NOT_SURE = "not_sure", "not sure"
        GOOD = "good", "good"
        OK = "ok", "some of it"
        BAD = "bad", "bad"

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField(max_length=120)
    standard_text = models.CharField(max_length=200, blank=True)
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    meaning = models.CharField(max_length=10, choices=Meaning.choices, blank=True, default="")
    sort_order = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)
    # Only of an idea: people put it together with one that says alike; who picked one of the two counts once there.
    together_with = models.ForeignKey("self", null=True, blank=True, on_delete=models.RESTRICT, related_name="alike")

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "public_id"], name="polls_one_choice_a_block"),
            models.CheckConstraint(
                condition=Q(together_with=None) | ~Q(together_with=models.F("id")), name="polls_alike_another_one"
            ),
        ]

    def __str__(self):
        return self.text


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
