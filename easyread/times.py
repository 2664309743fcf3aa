"""How long checkers worked, month by month, for paying them."""

import csv
from collections import defaultdict
from datetime import date

from django.utils import timezone

from .models import CheckSitting
from .spreadsheets import disarmed

HEADINGS = ["Checker", "Day", "Page", "From", "To", "Minutes counted", "Minutes as put right", "Why", "Minutes to pay"]


def months_so_far():
    """Every month from the first sitting to this one, the newest first, as a list of date (its first day)."""
    first = CheckSitting.objects.order_by("began_at").values_list("began_at", flat=True).first()
    last, found = month_from(""), []
    month = timezone.localdate(first).replace(day=1) if first else last
    while month <= last:
        found.append(month)
        month = next_month(month)
    return found[::-1]


def month_from(text):
    """The first day of the month that `text` ("2027-03") names, a date; this month's when it names none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return timezone.localdate().replace(day=1)


def sittings_in(month):
    """The sittings that began in a `month` (date, its first day), by checker and time. A queryset."""
    rows = CheckSitting.objects.filter(began_at__date__gte=month, began_at__date__lt=next_month(month))
    return rows.select_related("checker").order_by("checker__email", "began_at", "pk")


def next_month(month):
    """The first day of the month after `month` (date)."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def minutes_of(user, check=None):
    """The minutes (int) that `user` (User) worked today, or, in all, on one `check` (EasyReadCheck)."""
    rows = CheckSitting.objects.filter(checker=user)
    rows = rows.filter(page_check=check) if check else rows.filter(began_at__date=timezone.localdate())
    return sum(row.minutes for row in rows)


def by_checker(sittings):
    """`sittings` put together by checker. Returns a list of dict with `checker`, `sittings`, `pages` and `minutes`."""
    found = defaultdict(list)
    for sitting in sittings:
        found[sitting.checker].append(sitting)
    return [
        {
            "checker": checker,
            "sittings": rows,
            "pages": len({row.page_check_id or row.title for row in rows}),
            "minutes": sum(row.minutes for row in rows),
        }
        for checker, rows in found.items()
    ]


def write_table(sittings, file):
    """Write `sittings` as CSV into `file`. What people typed can run in no spreadsheet program (S4)."""
    table = csv.writer(file)
    table.writerow(HEADINGS)
    for row in sittings:
        began, ended = timezone.localtime(row.began_at), timezone.localtime(row.ended_at)
        said = "" if row.minutes_said is None else row.minutes_said
        values = [row.checker.get_full_name() or row.checker.email, f"{began:%Y-%m-%d}", row.title, f"{began:%H:%M}"]
        values += [f"{ended:%H:%M}", row.minutes_counted, said, row.reason, row.minutes]
        table.writerow([disarmed(value) if isinstance(value, str) else value for value in values])
