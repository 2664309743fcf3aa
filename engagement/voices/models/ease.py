"""Whether answering was easy or hard, for the editors: counted, and never joined to what anybody said."""

from django.db import models
from django.db.models import Q


class EaseGiven(models.Model):
    """That the person of one voice said whether it was easy: so that each voice says it once. Not what they said."""

    voice = models.OneToOneField("voices.Voice", on_delete=models.CASCADE, related_name="ease_given")
    named_parts = models.BooleanField(default=False)  # also which part was hard, which is asked once too

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "ease given"

    def __str__(self):
        return "Said whether it was easy"


class EaseCount(models.Model):
    """How many people said one thing about a round: how it was, or that one question or one page was hard."""

    class How(models.TextChoices):
        EASY = "easy", "It was easy"
        SOME = "some", "Some of it was hard"
        HARD = "hard", "It was hard"

    class Part(models.TextChoices):
        START = "start", "The first page"
        ABOUT = "about", "The page about you"
        CHECK = "check", "Checking and sending"

    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="ease_counts")
    how = models.CharField(max_length=5, choices=How.choices, blank=True, default="")
    part = models.CharField(max_length=5, choices=Part.choices, blank=True, default="")
    question = models.ForeignKey("polls.Question", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    count = models.PositiveIntegerField(default=1)

    wagtail_reference_index_ignore = True

    class Meta:
        permissions = [("see_ease", "Can see whether people found a round easy")]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "how", "part"], condition=Q(question=None), name="voices_one_count_of_an_ease"
            ),
            models.UniqueConstraint(
                fields=["round", "question"], condition=Q(question__isnull=False), name="voices_one_count_of_a_hard_one"
            ),
            models.CheckConstraint(
                condition=(Q(how__in=["easy", "some", "hard"], part="", question=None))
                | Q(how="", part__in=["start", "about", "check"], question=None)
                | Q(how="", part="", question__isnull=False),
                name="voices_ease_of_one_thing",
            ),
        ]

    def __str__(self):
        return f"{self.get_how_display() or self.get_part_display() or self.question}: {self.count}"
