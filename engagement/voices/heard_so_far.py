"""Who was heard in a round, by group, place and kind of support: three counts from rows, made once a day."""

from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce

from .models import Voice
from .small_numbers import is_small


def cells_before(round, moment):
    """The voices of persons in a `round` (RoundPage) given before a `moment` (datetime), counted in three ways.

    Returns dict: "voices" (int); "workshops" (as of `workshops_in`); "group", "place" and "support", each a dict of
    value (str) to int. Each way counts everybody once; who did not say is under "not_said" or "". Four queries.
    """
    everybody = Voice.objects.filter(round=round, given_at__lt=moment).standing().order_by()
    voices = everybody.of_persons()
    counted = {
        "group": tally(voices, F("speaking")),
        "place": tally(voices, Coalesce(F("about_you__place"), Value(""))),
        "support": tally(voices, F("channel")),
    }
    groups = everybody.filter(is_group=True).values_list("people_present", flat=True)
    return counted | {"voices": sum(counted["group"].values()), "workshops": workshops_in(list(groups))}


def workshops_in(present):
    """Sessions as [how many, their people, how many small ones]. `present`: how many were at each (list of int)."""
    large = [people for people in present if not is_small(people)]
    return [len(large), sum(large), len(present) - len(large)]


def tally(voices, by):
    """`voices` (queryset) counted by an expression. Returns dict of str to int."""
    return dict(voices.annotate(by=by).values_list("by").annotate(n=Count("pk")))
