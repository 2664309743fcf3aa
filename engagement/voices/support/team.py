"""The team: a lead invites and stops workers, and sees what their organisation entered. Never another's (3.3)."""

from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from engagement.bodies.flows.inviting import ENDED, find_invite, invite_worker, stop_invite, take_invite
from engagement.bodies.flows.organisations import end_worker
from engagement.bodies.models import Invite, Worker
from engagement.bodies.permissions import organisations_led_by
from engagement.people.second_step import ask_second_step

from ..entered import chosen_words, counts_of, entered_at, lines_of, seen_by_lead
from .access import worker_only

A_PAGE = 20
SAID = {
    "invited": "We sent the invite.",
    "stopped": "The invite does not work any more.",
    "left": "This person does not work here now. What they wrote down stays.",
}


def lead_only(view):
    """A page for leads of an organisation: for a worker who leads none, there is no such page."""

    @worker_only
    @wraps(view)
    def page(request, *args, **kwargs):
        request.led = organisations_led_by(request.user)
        if not request.led:
            raise Http404("You lead no organisation.")
        return view(request, *args, **kwargs)

    return page


@lead_only
def team(request):
    """Who works here, who is invited, and a form that invites. POST invites."""
    if request.method == "POST":
        return invite(request)
    return show(request, said=SAID.get(request.GET.get("said"), ""))


def invite(request):
    """Invite somebody, or say kindly why not. Returns HttpResponse."""
    given = {name: request.POST.get(name, "").strip() for name in ("name", "email")}
    try:
        invite_worker(organisation=led_one(request), by=request.user, **given)
    except ValidationError as error:
        return show(request, error=error.messages[0], given=given, status=400)
    return redirect(reverse("support_team", query={"said": "invited"}))


def led_one(request):
    """The organisation that a lead chose, or the only one. Raises Http404 for one they do not lead."""
    chosen = request.POST.get("organisation", "")
    found = [body for body in request.led if str(body.public_id) == chosen] if chosen else request.led
    if not found:
        raise Http404("You do not lead this organisation.")
    return found[0]


def show(request, said="", error="", given=None, status=200):
    """The page of the team. Returns HttpResponse."""
    workers = Worker.objects.filter(organisation__in=request.led, left_on=None).select_related("user", "organisation")
    invites = Invite.objects.filter(organisation__in=request.led, used_at=None, stopped_at=None)
    context = {
        "led": request.led,
        "organisations": [{"value": str(body.public_id), "label": body.plain_name} for body in request.led],
        "workers": Paginator(workers.order_by("user__first_name", "pk"), A_PAGE).get_page(request.GET.get("page")),
        "invites": invites.select_related("organisation")[:50],
        "counts": counts_of(request.led),
        "said": said,
        "errors": [{"id": "email", "text": error}] if error else [],
        "email_error": error,
        "given": given or {},
    }
    return render(request, "voices/support/team.html", context, status=status)


@lead_only
@require_POST
def stop(request, pk):
    """Stop an invite of an own organisation."""
    found = Invite.objects.filter(pk=pk, organisation__in=request.led).first()
    if found is None:
        raise Http404("There is no such invite.")
    stop_invite(invite=found, by=request.user)
    return redirect(reverse("support_team", query={"said": "stopped"}))


@lead_only
def leave(request, pk):
    """Ask first, then say that a worker works here no longer. What they entered stays."""
    rows = Worker.objects.filter(pk=pk, organisation__in=request.led, left_on=None).exclude(user=request.user)
    worker = rows.select_related("user", "organisation").first()
    if worker is None:
        raise Http404("There is no such worker.")
    if request.method != "POST":
        return render(request, "voices/support/team_leave.html", {"worker": worker})
    end_worker(worker=worker, by=request.user)
    return redirect(reverse("support_team", query={"said": "left"}))


@lead_only
def entries(request):
    """What the organisation's workers sent, the newest first."""
    page = Paginator(entered_at(request.led), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "voices/support/team_entries.html", {"page": page, "counts": counts_of(request.led)})


@lead_only
def entry(request, public_id):
    """One entry of the organisation: what was sent, without what a lead may not read."""
    support = entered_at(request.led).filter(public_id=public_id).first()
    if support is None:
        raise Http404("There is no such entry.")
    answers = seen_by_lead(support)
    rows = [{"question": answer.question.text, "answer": told(answer)} for answer in answers]
    facts = [{"question": what, "answer": how} for what, how in support.facts]
    return render(request, "voices/support/team_entry.html", {"support": support, "rows": rows, "facts": facts})


def told(answer):
    """One answer as a list of lines: what was chosen, the exact words, and apart from them the summary."""
    lines = chosen_words(answer)
    lines += ["Exact words:", answer.words] if answer.words else []
    lines += ["Summary:", answer.summary] if answer.summary else []
    return [*lines, f"Whose words: {answer.whose_in_words}"]


@lead_only
def export(request):
    """Everything that the organisation sent, as a table. It needs a second step, and is written down."""
    if request.method != "POST":
        return ask_first(request) or render(request, "voices/support/team_export.html")
    if (ask := ask_first(request)) is not None:
        return ask
    for body in request.led:
        log(instance=body, action="voices.exported", user=request.user)
    response = StreamingHttpResponse(lines_of(request.led), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="what-we-entered.csv"'
    return response


def ask_first(request):
    """The page that asks a lead for a second step, or None. Returns HttpResponse."""
    return ask_second_step(request, back=reverse("support_team"))


@never_cache
def take(request, token):
    """The page behind an invite's link. Opening it does nothing; the button takes it, then signing in by a code."""
    found = find_invite(token)
    if found is None:
        return render(request, "voices/support/invite.html", {"ended": ENDED}, status=410)
    if request.method != "POST":
        return render(request, "voices/support/invite.html", {"invite": found})
    try:
        take_invite(token=token)
    except (ValidationError, PermissionDenied):
        return render(request, "voices/support/invite.html", {"ended": ENDED}, status=410)
    return redirect(reverse("account_login", query={"next": reverse("support")}))
