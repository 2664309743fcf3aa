"""The list of sessions, in which rounds a group can answer, and the page before the first question."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from easyread.reading import pictures_of
from engagement.bodies.permissions import organisations_led_by
from engagement.proposals.models import RoundPage
from engagement.proposals.reading import contact_of

from ..flows import start_group
from ..flows.sending import LONG_TEXTS
from ..keys import card_ideas
from ..models import GroupSession
from ..permissions import may_answer
from ..shown_card import name_of
from ..support.access import worker_only
from ..support.start import IDEAS, NO_CHOICE, conflict, open_rounds, organisation_of
from .forms import DetailsForm

A_PAGE = 20
SAID = {"cleared": "This workshop is cleared.", "later": "We saved this workshop. You can go on with it later."}
TAGS = {
    "draft": ("Not sent yet", "soon"),
    "too_late": ("It closed before you sent this", "late"),
    "sent": ("Sent", "done"),
    "taken_back": ("Taken back", "closed"),
}


@worker_only
def start(request):
    """Open rounds, the worker's own sessions, and those of the organisations they lead; the newest first."""
    rows = GroupSession.objects.of(request.user, organisations_led_by(request.user))
    rows = rows.select_related("voice__round", "draft__round", "organisation")
    rows = rows.defer(*(f"{way}__round__{name}" for way in ("voice", "draft") for name in LONG_TEXTS))
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    bank = pictures_of(*{idea for row in page for idea in card_ideas(key_of(row))})
    for row in page:
        row.pictures = [{"picture": bank.get(i), "name": name_of(i, bank.get(i))} for i in card_ideas(key_of(row))]
        row.name = ", ".join(item["name"] for item in row.pictures)
        row.state = state_of(row)
        row.tag, row.tag_kind = TAGS[row.state]
        row.is_own = row.by_id == request.user.pk
    said = SAID.get(request.GET.get("said"), "")
    return render(request, "voices/group/start.html", {"page": page, "rounds": open_rounds(), "said": said})


def key_of(session):
    """What the three pictures are made from by which a worker knows a session again. Returns str."""
    return session.voice.draft_key if session.is_sent else session.draft.key


def state_of(session):
    """How a `session` (GroupSession) stands: a key of TAGS."""
    if session.is_sent:
        return "taken_back" if session.voice.taken_back_at else "sent"
    return "draft" if may_answer(session.draft.round, timezone.now(), session.draft) else "too_late"


@worker_only
def before(request, pk):
    """What may have to be shared, and who is here. POST begins a session."""
    page = get_object_or_404(RoundPage.objects.live().defer(*LONG_TEXTS), pk=pk)
    if not page.is_open:
        raise Http404("This round is not open.")
    if request.method == "POST":
        return begin(request, page, DetailsForm(request.POST))
    return show(request, page, DetailsForm(initial={"held_on": timezone.localdate()}))


def begin(request, page, form):
    """Begin a session with what the form says, or say kindly what is wrong. Returns HttpResponse."""
    organisation = organisation_of(request)
    if organisation is None:
        form.add_error(None, NO_CHOICE)
    if form.is_valid():
        try:
            session = start_group(round=page, by=request.user, organisation=organisation, **form.details())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("group_question", session.public_id, 1)
    return show(request, page, form, status=400)


def show(request, page, form, status=200):
    """The page before the first question. Returns HttpResponse."""
    plan, pictures = page.proposal, pictures_of(*IDEAS)
    bodies = request.organisations
    context = {
        "page": page,
        "form": form,
        "is_example": page.is_example,
        "contact": contact_of(plan) if plan else None,
        "pictures": {idea.replace("-", "_"): pictures.get(idea) for idea in IDEAS},
        "organisations": [{"value": str(body.public_id), "label": body.plain_name} for body in bodies],
        "warnings": [warning for body in bodies for warning in conflict(body, plan)],
    }
    return render(request, "voices/group/before.html", context, status=status)
