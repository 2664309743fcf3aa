"""Which forms a second person types in: a fixed rule from the form's own code, never chance at the time (3.5)."""

from ..models import PaperSetting
from .codes import LOTS

USUAL = PaperSetting.OneIn.TEN


def share_of(round_id):
    """How many forms of a round are checked: 1 in so many (int), 0 for none; 1 in 10 while nobody chose."""
    chosen = PaperSetting.objects.filter(round=round_id).values_list("one_in", flat=True).first()
    return USUAL if chosen is None else chosen


def lots_below(one_in):
    """The lots below this (int) are checked when 1 in `one_in` is; a bigger share keeps all of a smaller one."""
    return LOTS // one_in if one_in else 0


def is_chosen(copy, one_in):
    """Whether a form (PaperCopy) is among those that a second person types in. Returns bool."""
    return copy.lot < lots_below(one_in)
