"""Comparing the counts that are kept with the rows they were made from (DESIGN.md 6.5)."""

from django.db.models import Q

from engagement.voices.cells import cells_of, differences
from engagement.voices.flows.closing import is_kept

from .ideas import counts_of_ideas
from .models import IdeaCounts, ThemeCounts
from .reports import COUNTED, counts_of_themes


def wrong_in_round(round):
    """Where the kept counts of a closed `round` (RoundPage) differ: a list of (what, kept, counted).

    Counts of an earlier last day are no fault: nobody sees them, and the next reader has them made anew.
    """
    if not is_kept(round.closing_counts, round):
        return []
    return differences(round.closing_counts.cells, cells_of(round))


def wrong_themes(round):
    """Where the kept counts of a round's themes differ: a list of (what, kept, counted).

    Words taken back since then are counted in them still, so each is between the count without and with those.
    """
    kept = {
        counts.theme_id: counts for counts in ThemeCounts.objects.filter(theme__round=round).select_related("theme")
    }
    themes = [counts.theme for counts in kept.values()]
    least = counts_of_themes(themes)
    most = counts_of_themes(themes, and_also=Q(answers__voice__taken_back_after_closing=True))
    return [
        (f"“{counts.theme.title}”, {name}", getattr(counts, name), most[pk][name])
        for pk, counts in kept.items()
        for name in COUNTED
        if not least[pk][name] <= getattr(counts, name) <= most[pk][name]
    ]


def wrong_ideas(round):
    """Where the kept counts of who said a round's ideas differ: as `wrong_themes`."""
    kept = {counts.idea_id: counts for counts in IdeaCounts.objects.filter(idea__round=round).select_related("idea")}
    ideas = [counts.idea for counts in kept.values()]
    least = counts_of_ideas(ideas)
    most = counts_of_ideas(ideas, and_also=Q(answer__voice__taken_back_after_closing=True))
    return [
        (f"“{counts.idea.title}”, {name}", getattr(counts, name), most[pk][name])
        for pk, counts in kept.items()
        for name in COUNTED
        if not least[pk][name] <= getattr(counts, name) <= most[pk][name]
    ]
