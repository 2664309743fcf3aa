"""How many people the Programme Management Unit hopes to hear in a round, and how many were heard so far."""

from django.db import models
from django.db.models import Q

from .voices import Speaking, Voice

# Whom one can hope for. "Not said" and "more than 1" are no groups that a worker could go to; they stay as a rest
# whose number is never shown (docs/numbers.md).
GROUPS = [(value, label) for value, label in Speaking.choices if value not in ("several", "not_said")]
# How people were supported. Without support (online) is the rest.
SUPPORTED = [(value, label) for value, label in Voice.Channel.choices if value in ("worker", "paper", "phone")]


class Target(models.Model):
    """One group, one place or one kind of support, and how many people of it a round hopes for: one of the three."""

    round = models.ForeignKey("proposals.RoundPage", on_delete=models.CASCADE, related_name="targets")
    group = models.CharField(max_length=20, choices=GROUPS, blank=True, default="")
    place = models.CharField(max_length=60, blank=True, default="")
    support = models.CharField(max_length=10, choices=SUPPORTED, blank=True, default="")
    hoped = models.PositiveIntegerField(help_text="How many people we hope to hear.")

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["group", "place", "support", "pk"]
        permissions = [("set_targets", "Can say how many people a round hopes to hear")]
        constraints = [
            models.UniqueConstraint(fields=["round", "group", "place", "support"], name="voices_one_target_of_a_kind"),
            models.CheckConstraint(
                condition=(~Q(group="") & Q(place="", support=""))
                | (~Q(place="") & Q(group="", support=""))
                | (~Q(support="") & Q(group="", place="")),
                name="voices_target_of_one_thing",
            ),
            models.CheckConstraint(condition=Q(hoped__gte=1), name="voices_target_of_somebody"),
        ]

    def __str__(self):
        return f"{self.name}: {self.hoped}"

    @property
    def kind(self):
        """What it is of (str): "group", "place" or "support"."""
        return next(kind for kind in ("group", "place", "support") if getattr(self, kind))

    @property
    def value(self):
        """The value that is counted for it (str)."""
        return getattr(self, self.kind)

    @property
    def name(self):
        """What people read (str)."""
        return self.place or self.get_group_display() or self.get_support_display()


class HeardSoFar(models.Model):
    """How many a round had heard by the end of a day: counted once a day, so that nobody can watch 1 voice come (P1)
    and a page costs the same for few and for many voices (F7)."""

    round = models.OneToOneField("proposals.RoundPage", on_delete=models.CASCADE, related_name="heard_so_far")
    counted_on = models.DateField()  # the day in whose first hours it was counted: all that came before that day
    cells = models.JSONField(default=dict)  # "group", "place", "support": each a dict of value → count; "voices": int

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "heard so far"

    def __str__(self):
        return f"Heard so far in round {self.round_id}"
