"""What is asked: questions and their choices as rows, made from the blocks of a round when it is published."""

import uuid

from django.db import models
from django.db.models import Q

MOST_PICKS = 3  # ideas that one person may pick in one round
MOST_THINGS = 6  # that one person puts in order, or sorts
DIGITS, PLACES = 12, 2  # of a number that people give: 12 in all, 2 of them behind the point


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
        EITHER = "either", "Which is better, A or B"
        ORDER = "order", "Put things in order"
        SORT = "sort", "Sort things: I like it, not sure, I do not like it"
        NUMBER = "number", "A number or an amount"

    class Unit(models.TextChoices):
        NONE = "", "No unit"
        POUNDS = "pounds", "pounds"
        HOURS = "hours", "hours"
        DAYS = "days", "days"
        TIMES = "times", "times"
        PEOPLE = "people", "people"

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)  # its block's, so that it holds over drafts
    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="question_rows")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.CharField(max_length=200)
    standard_text = models.CharField(max_length=400, blank=True)
    help = models.CharField(max_length=200, blank=True)
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    sensitive = models.BooleanField(default=False)
    opposite = models.BooleanField(default=False)  # it asks the opposite of the question before it (Q3)
    # How people may answer in their own words, besides typing (Q6).
    takes_picture = models.BooleanField(default=True)
    takes_sound = models.BooleanField(default=True)
    takes_film = models.BooleanField(default=True)
    # Only of a number: what it counts, and its limits, which people are told beforehand.
    unit = models.CharField(max_length=10, choices=Unit.choices, blank=True, default="")
    least = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    most = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    sort_order = models.PositiveSmallIntegerField(default=0)
    # What two people put right, oldest first: kept here too, so that pages that show it need no query more (F2).
    put_right = models.JSONField(default=list, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "public_id"], name="polls_one_question_a_block"),
            models.CheckConstraint(
                condition=Q(kind="number") | Q(unit="", least=None, most=None), name="polls_limits_only_of_a_number"
            ),
            models.CheckConstraint(
                condition=Q(least=None) | Q(most=None) | Q(least__lte=models.F("most")), name="polls_least_before_most"
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def has_choices(self):
        """Whether people choose among things that are shown; else they type words or a number."""
        return self.kind not in (self.Kind.WORDS, self.Kind.NUMBER)

    @property
    def takes_many(self):
        """Whether more than one choice may be chosen."""
        return self.kind in (self.Kind.SEVERAL, self.Kind.PICK, self.Kind.ORDER, self.Kind.SORT)

    @property
    def turns(self):
        """Whether the written choices stand in another order for each person; a scale is never turned round (Q3)."""
        return self.kind in (self.Kind.ONE, self.Kind.SEVERAL, self.Kind.EITHER, self.Kind.ORDER, self.Kind.SORT)

    @property
    def puts_in_order(self):
        """Whether people press things in the order in which they like them."""
        return self.kind == self.Kind.ORDER

    @property
    def sorts(self):
        """Whether people put each thing under like, not sure or do not like (Q7)."""
        return self.kind == self.Kind.SORT

    @property
    def takes_number(self):
        """Whether people give a number or an amount."""
        return self.kind == self.Kind.NUMBER

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
        SAME = "same", "as good as each other"  # of A or B: no "not sure", because the person has made up their mind
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
