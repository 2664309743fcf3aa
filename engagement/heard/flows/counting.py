"""How many said what a theme of an always open round says: kept as of a day, and never in steps of few people (3.9)."""

from django.utils import timezone

from engagement.voices.small_numbers import SMALL_NUMBER

from ..models import ThemeCounts
from ..reports import COUNTED, counts_of_themes


def keep_up(*, theme):
    """Count a published `theme` (Theme) anew once 8 or more voices came to it since its count was kept.

    Two counts of different days differ by that many or not at all, so nobody can find one person in between. Returns
    bool: whether there is a new count.
    """
    kept = ThemeCounts.objects.filter(theme=theme).first() if theme.published_at else None
    if kept is None:
        return False
    now = counts_of_themes([theme])[theme.pk]
    if people(now) - people({name: getattr(kept, name) for name in COUNTED}) < SMALL_NUMBER:
        return False
    keep_count(theme=theme, day=timezone.localdate(), counts=now)
    return True


def keep_count(*, theme, day, counts=None):
    """Keep how many said what a `theme` (Theme) says, as of a `day` (date). `counts`: dict, counted when left out."""
    counts = counts or counts_of_themes([theme])[theme.pk]
    kept = {name: counts[name] for name in COUNTED} | {"counted_on": day}
    ThemeCounts.objects.update_or_create(theme=theme, defaults=kept)


def people(counts):
    """How many voices of persons a dict of COUNTED holds. Returns int."""
    return counts["by_own"] + counts["by_others"]
