"""The list of spreadsheets, and bringing one in: choose the round, then the file."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from engagement.proposals.models import RoundPage

from ..flows.importing import NOT_OPENED, upload_sheet
from ..flows.sending import LONG_TEXTS
from ..models import Import
from ..permissions import had_opened
from ..support.access import worker_only
from ..support.start import NO_CHOICE, conflict, organisation_of
from .sheets import MOST_BYTES, TOO_BIG

A_PAGE = 20
MOST_ROUNDS = 50
NO_FILE = "Choose a file."
TAGS = {
    Import.State.COLUMNS: ("Not finished", "soon"),
    Import.State.CHECKING: ("We are looking at it", "now"),
    Import.State.CHECKED: ("Not finished", "soon"),
    Import.State.DOING: ("We are doing it", "now"),
    Import.State.DONE: ("Done", "done"),
    Import.State.UNDOING: ("We are taking it back", "now"),
    Import.State.UNDONE: ("Taken back", "closed"),
    Import.State.FAILED: ("This did not work", "no"),
}


@worker_only
def imports(request):
    """Own spreadsheets, the newest first, and the rounds into which one can be brought."""
    rows = Import.objects.filter(by=request.user, organisation__in=request.organisations).select_related("round")
    rows = rows.defer(*(f"round__{name}" for name in LONG_TEXTS), "columns", "examples", "mapping")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.tag, row.tag_kind = TAGS[row.state]
    said = {"cleared": "This file is gone. Nothing was made."}.get(request.GET.get("said"), "")
    return render(request, "voices/imports/list.html", {"page": page, "rounds": rounds_to_fill(), "said": said})


def rounds_to_fill():
    """The rounds that have opened, those that close last first. A list of RoundPage."""
    rounds = RoundPage.objects.live().filter(opens_on__lte=timezone.localdate()).defer(*LONG_TEXTS)
    rounds = rounds.order_by("-closes_on", "title")[:MOST_ROUNDS]
    return [page for page in rounds if had_opened(page, timezone.localdate())]


@worker_only
def new(request, pk):
    """Choose a file for one round. POST keeps it, and leads to its columns."""
    page = get_object_or_404(RoundPage.objects.live().defer(*LONG_TEXTS), pk=pk)
    if not had_opened(page, timezone.localdate()):
        raise Http404(NOT_OPENED)
    if request.method == "POST":
        return upload(request, page)
    return show_new(request, page)


def upload(request, page):
    """Keep the file. What is wrong with it is told beside the box. Returns HttpResponse."""
    organisation, file = organisation_of(request), request.FILES.get("file")
    if organisation is None:
        return show_new(request, page, {"organisation": NO_CHOICE})
    if file is None or file.size > MOST_BYTES:
        return show_new(request, page, {"file": TOO_BIG if file else NO_FILE})
    try:
        given = {"name": file.name, "data": file.read()}
        sheet = upload_sheet(round=page, organisation=organisation, by=request.user, **given)
    except ValidationError as refusal:
        return show_new(request, page, {"file": refusal.messages[0]})
    return redirect("import_one", sheet.public_id)


def show_new(request, page, errors=None):
    """The page to choose a file. `errors`: dict of field to sentence. Returns HttpResponse."""
    errors, organisations = errors or {}, request.organisations
    plan = page.proposal
    ids = {"file": "file", "organisation": "organisation-1"}
    context = {
        "page": page,
        "is_example": page.is_example,
        "errors": [{"id": ids[name], "text": text} for name, text in errors.items()],
        "wrong": errors,
        "organisations": [{"value": str(body.public_id), "label": body.plain_name} for body in organisations],
        "warnings": [warning for body in organisations for warning in conflict(body, plan)],
    }
    return render(request, "voices/imports/new.html", context, status=400 if errors else 200)
