"""Whose words one answer or vote holds: its own provenance where it has one, else that of its voice (3.2).

Somebody else's view of the whole stays that in every answer: a view of another person is never made the person's own.
"""

from django.db.models import Case, F, Q, When

from .voices import PERSONS_OWN, Provenance

THEIRS = Provenance.SOMEONE_ELSE


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
