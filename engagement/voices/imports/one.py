"""One spreadsheet, step by step: its columns, the look at every row, do it, and what was made."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse

from easyread.reading import pictures_of

from .. import supporting
from ..flows.import_undoing import begin_undo
from ..flows.importing import begin_import, clear_import, name_columns, questions_of
from ..keys import card_ideas, shown_code
from ..models import ColumnMapping, Import
from ..shown_card import name_of
from . import background
from .access import own_sheet
from .columns import WHOLE_CHANNELS, guessed, shape_of, targets_for

A_PAGE = 50
BY_COLUMN = "A column of the file says it"
WAITING = (Import.State.CHECKING, Import.State.DOING, Import.State.UNDOING)


@own_sheet
def one(request, sheet):
    """Where it stands."""
    if sheet.state in WAITING:
        return render(request, "voices/imports/waiting.html", {"sheet": sheet}, status=202)
    if sheet.state == Import.State.COLUMNS:
        return columns_page(request, sheet)
    return {Import.State.CHECKED: look_page, Import.State.DONE: made_page}.get(sheet.state, ended_page)(request, sheet)


@own_sheet
def columns(request, sheet):
    """Say what each column is. POST looks at every row then."""
    if sheet.state not in (Import.State.COLUMNS, Import.State.CHECKED):
        return redirect("import_one", sheet.public_id)
    if request.method != "POST":
        return columns_page(request, sheet)
    mapping = {
        "columns": {str(n): request.POST.get(f"column-{n}", "") for n in range(len(sheet.columns))},
        "whole": {name: request.POST.get(name, "") for name in ("provenance", "channel", "date")},
    }
    try:
        sheet = name_columns(sheet=sheet, by=request.user, mapping=mapping)
    except ValidationError as refusal:
        return columns_page(request, sheet, mapping, refusal)
    background.go_on(sheet)
    return redirect("import_one", sheet.public_id)


def columns_page(request, sheet, mapping=None, refusal=None):
    """The page on which columns are named. `mapping`: what was chosen just now (dict). Returns HttpResponse."""
    questions = questions_of(sheet.round)
    mapping, missing = (mapping, []) if mapping else chosen_before(sheet, questions)
    groups = targets_for(questions)
    rows = [
        {
            "name": f"column-{place}",
            "title": title,
            "examples": [cells[place] for cells in sheet.examples if place < len(cells) and cells[place].strip()],
            "groups": options(groups, mapping["columns"].get(str(place), "")),
        }
        for place, title in enumerate(sheet.columns)
    ]
    whole = mapping["whole"]
    context = {
        "sheet": sheet,
        "rows": rows,
        "missing": missing,
        "errors": errors_of(refusal),
        "provenances": ticked([("", BY_COLUMN), *supporting.WHOSE], whole.get("provenance", "")),
        "channels": ticked(WHOLE_CHANNELS, whole.get("channel", "")),
        "date": whole.get("date", ""),
    }
    return render(request, "voices/imports/columns.html", context, status=400 if refusal else 200)


def errors_of(refusal):
    """What a flow refused, for components/error_summary.html. `refusal`: ValidationError or None."""
    ids = {"provenance": "provenance-1", "channel": "channel-1", "date": "date", "columns": "column-0"}
    return (
        [{"id": ids.get(error.code, "column-0"), "text": error.messages[0]} for error in refusal.error_list]
        if refusal
        else []
    )


def options(groups, chosen):
    """The choices of a select: a list of (group, list of (value, label, whether it is chosen))."""
    return [(name, [(value, label, value == chosen) for value, label in targets]) for name, targets in groups]


def ticked(choices, chosen):
    """Choices for components/choices.html, the `chosen` one (str) ticked. A list of dict."""
    return [{"value": str(value), "label": label, "checked": str(value) == chosen} for value, label in choices]


def chosen_before(sheet, questions):
    """What the organisation said of the same shape, else of the last file; and the columns of that one that are gone.

    Returns (mapping, list of str).
    """
    if sheet.mapping:
        return sheet.mapping, []
    before = ColumnMapping.objects.filter(organisation=sheet.organisation, round=sheet.round)
    same = before.filter(shape=shape_of(sheet.columns)).first()
    if same:
        return same.mapping, []
    last = before.first()
    known = {last.columns[int(place)]: target for place, target in last.mapping["columns"].items()} if last else {}
    gone = [name for name in known if name not in sheet.columns]
    columns = guessed(sheet.columns, questions, known)
    said = [*columns.values(), "date"]  # by a column of this file; and the day is another one each time
    whole = {name: value for name, value in last.mapping["whole"].items() if name not in said} if last else {}
    return {"columns": columns, "whole": whole}, gone


def look_page(request, sheet):
    """What would be made, what is wrong and where. Returns HttpResponse."""
    page = Paginator(sheet.problems.all(), A_PAGE).get_page(request.GET.get("page"))
    not_shown = max(sheet.wrong - page.paginator.count, 0)
    return render(request, "voices/imports/look.html", {"sheet": sheet, "page": page, "not_shown": not_shown})


@own_sheet
def do(request, sheet):
    """Make the voices."""
    if request.method == "POST":
        with suppress(ValidationError):  # done in another tab, or something is wrong: the page says so
            background.go_on(begin_import(sheet=sheet, by=request.user))
    return redirect("import_one", sheet.public_id)


@own_sheet
def clear(request, sheet):
    """Remove a file that was not imported."""
    if request.method != "POST":
        return redirect("import_one", sheet.public_id)
    try:
        clear_import(sheet=sheet, by=request.user)
    except ValidationError:
        return redirect("import_one", sheet.public_id)
    return redirect(f"{reverse('imports')}?said=cleared")


@own_sheet
def undo(request, sheet):
    """Take everything back, with a reason."""
    if request.method != "POST" or sheet.state != Import.State.DONE:
        return redirect("import_one", sheet.public_id)
    try:
        background.go_on(begin_undo(sheet=sheet, by=request.user, reason=request.POST.get("reason", "")))
    except ValidationError as refusal:
        return made_page(request, sheet, error=refusal.messages[0])
    return redirect("import_one", sheet.public_id)


def made_page(request, sheet, error=""):
    """What was made: each row with its card. Returns HttpResponse."""
    rows = sheet.made.select_related("voice__card", "voice__support").filter(voice__taken_back_at=None)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    bank = pictures_of(*{idea for row in page for idea in card_ideas(row.voice.draft_key)})
    for row in page:
        row.name = ", ".join(name_of(idea, bank.get(idea)) for idea in card_ideas(row.voice.draft_key))
        row.code = shown_code(row.voice.card.code)
    errors = [{"id": "reason", "text": error}] if error else []
    context = {"sheet": sheet, "page": page, "errors": errors, "error": error}
    return render(request, "voices/imports/made.html", context, status=400 if error else 200)


def ended_page(request, sheet):
    """One that was taken back, or did not work. Returns HttpResponse."""
    return render(request, "voices/imports/ended.html", {"sheet": sheet})
