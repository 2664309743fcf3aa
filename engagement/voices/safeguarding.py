"""How quickly concerns are looked at: numbers alone, for leads and the Programme Management Unit (3.6)."""

from datetime import timedelta
from statistics import median

from django.db.models import Q
from django.utils import timezone

from engagement.bodies.models import SafeguardingLead

DAYS = 90


def numbers_of(concerns):
    """The numbers of `concerns` (queryset of Concern), as a dict.

    `open`, `unseen`, `untold` (int); `oldest` (timedelta or None): how long the oldest unseen one has waited; `middle`
    (timedelta or None): the middle time to the first look in the last 90 days; `longest` the longest of them.
    """
    since = timezone.now() - timedelta(days=DAYS)
    rows = concerns.filter(Q(closed_at=None) | Q(raised_at__gte=since)).order_by()
    rows = list(rows.values_list("raised_at", "looked_at", "told_at", "closed_at"))
    standing = [row for row in rows if row[3] is None]
    waits = [looked - raised for raised, looked, *_ in rows if looked and raised >= since]
    unseen = [raised for raised, looked, *_ in standing if looked is None]
    return {
        "open": len(standing),
        "unseen": len(unseen),
        "untold": sum(told is None for _, _, told, _ in standing),
        "oldest": timezone.now() - min(unseen) if unseen else None,
        "middle": median(waits) if waits else None,
        "longest": max(waits) if waits else None,
        "days": DAYS,
    }


def told_numbers(concerns):
    """As `numbers_of`, with each time in words (str). For a screen."""
    numbers = numbers_of(concerns)
    times = ("oldest", "middle", "longest")
    return numbers | {name: "" if numbers[name] is None else in_words(numbers[name]) for name in times}


def site_has_lead():
    """Whether a safeguarding lead of the whole site is named, so that somebody is always told. Returns bool."""
    return SafeguardingLead.objects.filter(ended_on=None, user__is_active=True, organisation=None).exists()


def in_words(time):
    """A length of time (timedelta) as staff read it, such as "3 hours and 20 minutes". Returns str."""
    minutes = int(time.total_seconds() // 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    told = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in parts if count]
    return " and ".join(told[:2]) or "less than 1 minute"
