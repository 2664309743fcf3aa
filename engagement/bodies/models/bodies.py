"""A body: a board, committee, partnership, forum, group, unit, council, health service or organisation."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.models import ClusterableModel
from wagtail.search import index


class BodyQuerySet(models.QuerySet):
    """Questions asked of the register."""

    def able_to_decide(self):
        """Bodies that decide, in their own right or by delegation, and are not ended (DESIGN.md 6.6)."""
        return self.exclude(status=Body.Status.ENDED).filter(authorities__kind__in=("decides", "delegated")).distinct()

    def with_all_facts(self):
        """Bodies with everything the register holds of them, in a fixed number of queries (F2)."""
        return self.select_related("picture").prefetch_related(
            "authorities__paper",
            "authorities__given_by",
            "seats__paper",
            "seats__filled_by",
            "reporting_lines__paper",
            "reporting_lines__to",
            "facts__paper",
            "facts__other",
        )


class Body(index.Indexed, ClusterableModel):
    """Who asks and who decides. In open data: a Popolo Organization."""

    class Kind(models.TextChoices):
        BOARD = "board", "board"
        COMMITTEE = "committee", "committee"
        PARTNERSHIP = "partnership", "partnership"
        FORUM = "forum", "forum"
        GROUP = "group", "group"
        UNIT = "unit", "unit"
        COUNCIL = "council", "council"
        HEALTH = "health", "health service"
        ORGANISATION = "organisation", "organisation"

    class Status(models.TextChoices):
        CURRENT = "current", "current"
        PROPOSED = "proposed", "proposed"
        ENDED = "ended", "ended"
        UNKNOWN = "unknown", "we do not know"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200, unique=True)
    plain_name = models.CharField(max_length=200, help_text="A name in plain words.")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.CURRENT)
    status_words = models.TextField(blank=True, help_text="Why we say current, proposed or ended. Easy Read.")
    plain = models.TextField(help_text="What it is for, in Easy Read. One sentence on each line.")
    remit = models.TextField(blank=True, help_text="What it is for, in the paper's own words.")
    picture = models.ForeignKey("easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    meetings_per_year = models.PositiveSmallIntegerField(null=True, blank=True)
    secretaries = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="serves", help_text="Who may record what this body decided."
    )

    objects = BodyQuerySet.as_manager()
    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("plain_name", boost=2),
        index.SearchField("plain"),
        index.AutocompleteField("name"),
        index.FilterField("status"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if self.slug == "map":
            raise ValidationError({"slug": "This site needs the address “map” for something else. Choose another."})

    @property
    def address(self):
        """Its page on this site."""
        return f"/who-decides/{self.slug}/"

    @property
    def authority_to_decide(self):
        """The Authority by which it decides, its own right before one given to it; None without one, or when ended."""
        if self.status == self.Status.ENDED:
            return None
        found = {authority.kind: authority for authority in reversed(self.authorities.all())}
        return found.get("decides") or found.get("delegated")

    @property
    def can_decide(self):
        """Whether it has the authority to decide: in its own right or delegated, and it has not ended."""
        return self.authority_to_decide is not None
