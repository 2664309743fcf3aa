"""Whose words one answer or vote holds: its own provenance where it has one, else that of its voice (3.2).

Somebody else's view of the whole stays that in every answer: a view of another person is never made the person's own.
"""

from django.db import models
from django.db.models import Case, F, Q, When

from .voices import PERSONS_OWN, Provenance

THEIRS = Provenance.SOMEONE_ELSE
KNOWN_PROVENANCE = Q(provenance__in=["", *Provenance.values])


def provenance_of(row=""):
    """The provenance of an answer or a vote, as an expression of a query. `row`: the way to it, such as "answer__"."""
    own, whole = f"{row}provenance", f"{row}voice__provenance"
    return Case(When(Q(**{own: ""}) | Q(**{whole: THEIRS}), then=F(whole)), default=F(own))


def is_own(row=""):
    """The condition that an answer or a vote is in the person's own words. `row`: the way to it. Returns Q."""
    return is_of(PERSONS_OWN, row)


def is_of(kinds, row=""):
    """The condition that an answer or a vote is of one of `kinds` (of Provenance). `row`: the way to it. Returns Q."""
    own, whole = f"{row}provenance", f"{row}voice__provenance"
    same = Q(**{own: "", f"{whole}__in": kinds})
    if THEIRS in kinds:
        return Q(**{f"{own}__in": kinds}) | same | Q(**{whole: THEIRS})
    return (Q(**{f"{own}__in": kinds}) & ~Q(**{whole: THEIRS})) | same


class WhoseWords(models.Model):
    """What an answer and a vote share: whose words they are, where that differs from the whole voice (3.2)."""

    # "" means: as the voice. A person may say most of it and a supporter sum up the rest.
    provenance = models.CharField(max_length=15, choices=Provenance.choices, blank=True, default="")

    class Meta:
        abstract = True

    @property
    def whose(self):
        """Whose words they are: a Provenance value (str)."""
        whole = self.voice.provenance
        return whole if whole == Provenance.SOMEONE_ELSE else self.provenance or whole

    @property
    def whose_in_words(self):
        """Whose words they are, as staff read it (str)."""
        return Provenance(self.whose).label

    @property
    def is_persons_own(self):
        """Whether they are the person's own words: said, or read back and agreed."""
        return self.whose in PERSONS_OWN
