"""The rounds that have targets, and one round's table: heard so far, hoped for, where to go next."""

from django.db.models import Count
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from easyread.dates import full_date
from engagement.proposals.models import RoundPage

from ..flows.sending import LONG_TEXTS
from ..flows.targets import count_so_far
from ..hoped_for import table_of
from ..models import HeardSoFar
from ..permissions import had_opened
from ..small_numbers import SMALL_NUMBER
from .access import worker_or_unit

HEADINGS = {"place": "Where people live", "group": "Who people are", "support": "How people were supported"}
TAGS = {
    "few": ("Fewer than half", "soon"),
    "some": ("Fewer than half", "soon"),
    "half": ("Half or more", "now"),
    "reached": ("Reached", "done"),
}


@worker_or_unit
def rounds(request):
    """The rounds in which the Unit hopes for certain people: open ones first."""
    with_targets = RoundPage.objects.live().defer(*LONG_TEXTS).annotate(hopes=Count("targets"))
    found = sorted(with_targets.filter(hopes__gt=0).order_by("title", "pk")[:200], key=lambda page: not page.is_open)
    return render(request, "voices/numbers/rounds.html", {"rounds": found})


@worker_or_unit
def numbers(request, pk):
    """One round: who was heard so far against whom it hopes to hear."""
    page = RoundPage.objects.live().defer(*LONG_TEXTS).filter(pk=pk).first()
    if page is None:
        raise Http404("There is no such round.")
    targets = list(page.targets.all())
    kept = counted(page) if targets and had_opened(page, timezone.localdate()) else None
    context = {
        "page": page,
        "targets": targets,
        "is_example": page.is_example,
        "counted": about_count(kept),
        "tables": tables_of(targets, kept.cells) if kept else [],
        "workshops": workshops_of(kept.cells) if kept else [],
        "not_open": [] if kept or not targets else ["This is not open yet.", "Nobody has answered yet."],
    }
    return render(request, "voices/numbers/one.html", context)


def counted(page):
    """What was counted last of a round. The first reader has it counted, should the night have missed it."""
    return HeardSoFar.objects.filter(round=page).first() or count_so_far(round=page)


def about_count(kept):
    """Until when it was counted, as a list of Easy Read sentences. `kept`: HeardSoFar or None."""
    return [f"We counted this on {full_date(kept.counted_on)}.", "We count once a day."] if kept else []


def tables_of(targets, cells):
    """A table for each kind of target, as a list of dict with title and rows; without rows where they are hidden."""
    found = []
    for kind, title in HEADINGS.items():
        if mine := [target for target in targets if target.kind == kind]:
            rows = table_of(mine, cells[kind], cells["voices"])
            found.append({"kind": kind, "title": title, "rows": rows and [told(row, kind) for row in rows]})
    return found


def told(row, kind):
    """One row of a table (Row) as a dict for the page: its tag and its sentences."""
    tag, tag_kind = TAGS[row.state]
    heard = f"Fewer than {SMALL_NUMBER} people so far." if row.shown is None else f"About {row.shown:,} people so far."
    words = [heard, f"We hope for {row.hoped:,}.", *([go_next(row, kind)] if row.state in ("few", "some") else [])]
    return {"title": row.name, "tag": tag, "tag_kind": tag_kind, "words": words}


def go_next(row, kind):
    """Where to go next, in one sentence (str)."""
    if kind == "place":
        return f"Please ask more people from {row.name}."
    return "Please ask more of these people." if kind == "group" else "Please help more people in this way."


def workshops_of(cells):
    """The people of workshops, who stand beside the numbers and are never added in. A list of Easy Read sentences."""
    many, people, small = cells.get("workshops", [0, 0, 0])
    words = [f"{people:,} people spoke in {many} workshop{'' if many == 1 else 's'}."] if many else []
    words += [f"There {'was 1 small group' if small == 1 else f'were {small} small groups'}."] if small else []
    return [*words, "We do not add them to these numbers."] if words else []
