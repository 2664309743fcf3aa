"""Moving the days of what people told us on, when the demo is loaded again on a later day."""

from datetime import timedelta

from django.utils import timezone

from engagement.decisions.models import Debt, DebtAnswer
from engagement.heard.models import StartedPlan, Theme, ThemeCounts

DAYS = {
    Theme: ("pk", ("published_at",)),
    ThemeCounts: ("theme", ("counted_on",)),
    StartedPlan: ("theme", ("linked_at",)),
    Debt: ("theme", ("sent_on", "due_on", "settled_on")),
    DebtAnswer: ("debt__theme", ("answered_on", "answer_by", "recorded_at", "confirmed_at")),
}


def move_days(loading, themes, rows):
    """Move example `themes` (list of Theme) and all that hangs on them to the days they have today, by as many days.

    `rows`: their data files, in the same order. What staff of a demo site made beside them stays.
    """
    published = {row["title"]: row["published"] for row in rows}
    first = next((theme for theme in themes if theme.published_at and theme.title in published), None)
    if first is None:
        return
    moved = loading.day(published[first.title]) - timezone.localdate(first.published_at)
    if moved:
        for model, (way, names) in DAYS.items():
            for row in model.objects.filter(**{f"{way}__in": [theme.pk for theme in themes]}):
                model.objects.filter(pk=row.pk).update(**later(row, names, moved))
        loading.counts["changed"] += len(themes)


def later(row, names, moved: timedelta):
    """The days `names` of a `row`, `moved` on; those that are empty stay so. Returns dict."""
    return {name: getattr(row, name) and getattr(row, name) + moved for name in names}
