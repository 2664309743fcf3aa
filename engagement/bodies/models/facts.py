"""What the papers say of a body: each fact with the paper and the section it is from."""

from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey


class Sourced(models.Model):
    """One fact with its source. A fact that is our reading, or is not from a paper, says so."""

    paper = models.ForeignKey("bodies.Paper", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    section = models.CharField(max_length=200, help_text="Where in the paper; or where else we know it from.")
    official = models.TextField(blank=True, help_text="The paper's words.")
    plain = models.TextField(help_text="The same in Easy Read. One sentence on each line.")
    our_reading = models.BooleanField(default=False, help_text="The paper can be read in another way.")
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.plain


class Authority(Sourced):
    """What a body may do."""

    class Kind(models.TextChoices):
        DECIDES = "decides", "decides"
        DELEGATED = "delegated", "decides for somebody else"
        ADVISES = "advises", "advises"
        COORDINATES = "coordinates", "coordinates"
        DELIVERS = "delivers", "delivers"

    body = ParentalKey("bodies.Body", on_delete=models.CASCADE, related_name="authorities")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    given_by = models.ForeignKey("bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="gave")

    class Meta(Sourced.Meta):
        verbose_name_plural = "authorities"


class Seat(Sourced):
    """A place on a body. In open data: a Popolo Post."""

    class Kind(models.TextChoices):
        CHAIR = "chair", "chair"
        SUPPORT = "executive_support", "executive support"
        MEMBER = "member", "member"
        ATTENDS = "attends", "comes to the meetings"

    body = ParentalKey("bodies.Body", on_delete=models.CASCADE, related_name="seats")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    role = models.CharField(max_length=200, help_text="Who has the place, as a role and never a name.")
    for_whom = models.CharField(max_length=200, blank=True)
    filled_by = models.ForeignKey("bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="fills")
    number = models.PositiveSmallIntegerField(null=True, blank=True, help_text="How many. Empty: we do not know.")
    number_is_least = models.BooleanField(default=False, help_text="The number is the fewest there may be.")
    for_people = models.BooleanField(default=False, help_text="Kept for people with lived experience.")
    proposed = models.BooleanField(default=False)


class ReportingLine(Sourced):
    """One body reports or is accountable to another, or is a part of it."""

    class Kind(models.TextChoices):
        REPORTS = "reports", "reports to"
        ACCOUNTABLE = "accountable", "is accountable to"
        PART_OF = "part_of", "is a part of"

    body = ParentalKey("bodies.Body", on_delete=models.CASCADE, related_name="reporting_lines")
    to = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="answers_from")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    for_what = models.CharField(max_length=200, blank=True)
    proposed = models.BooleanField(default=False)

    class Meta(Sourced.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(body=models.F("to")), name="bodies_not_to_itself"),
        ]


class Fact(Sourced):
    """Anything else the papers say, or fail to say."""

    class Kind(models.TextChoices):
        DOES = "does", "what it does"
        MAY_NOT = "may_not", "what it may not do"
        MEETS = "meets", "how often it meets"
        REPLACES = "replaces", "what it takes the place of"
        SILENT = "silent", "what the paper does not say"
        TWO_THINGS = "two_things", "where the paper says two things"
        SINCE = "since", "what became of it since"

    body = ParentalKey("bodies.Body", on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    other = models.ForeignKey("bodies.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="named_in")
    when_words = models.CharField(max_length=80, blank=True, help_text="When, as far as we know: April 2020.")
