"""The first page: own visits, and in which rounds people can answer. Then what to know before the first box."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from easyread.reading import pictures_of
from engagement.bodies.permissions import organisations_led_by
from engagement.polls.models import Question
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.proposals.reading import contact_of

from .. import supporting
from ..flows.sending import LONG_TEXTS
from ..flows.visiting import stands_to, start_visit
from ..keys import card_ideas
from ..models import CallRequest, DraftAnswer, Support
from ..permissions import may_answer
from ..shown_card import name_of
from .access import worker_only

A_PAGE = 20
MOST_BEGUN = 3  # visits that the page offers first, to go on with
SAID = {"cleared": "This visit is cleared.", "later": "We saved this visit. You can go on with it later."}
IDEAS = ("privacy", "listen", "not-safe", "stop", "writing")
TAGS = {
    "draft": ("Not sent yet", "soon"),
    "too_late": ("It closed before you sent this", "late"),
    "sent": ("Sent", "done"),
    "read": ("Sent and read", "done"),
    "taken_back": ("Taken back", "closed"),
}
CLOSE = {
    Support.Stands.PROVIDER: "gives services for a group that this plan is from.",
    Support.Stands.COMMISSIONED: "gets money from a group that this plan is from.",
}
TOGETHER, PHONE = "together", "phone"
TALKS = [(TOGETHER, "We are together"), (PHONE, "We talk on the phone")]
NO_CHOICE = "Choose your organisation."


@worker_only
def start(request):
    """Open rounds and the worker's own visits, the newest first."""
    page = Paginator(own_visits(request.user), A_PAGE).get_page(request.GET.get("page"))
    pictures = pictures_of(*{idea for row in page for idea in ideas_of(row)})
    for row in page:
        describe(row, pictures)
    context = {
        "page": page,
        "begun": [row for row in page if row.state == "draft"][:MOST_BEGUN],
        "rounds": open_rounds(),
        "organisations": request.organisations,
        "links": links_for(request.user),
    }
    return render(request, "voices/support/start.html", context | {"said": SAID.get(request.GET.get("said"), "")})


def links_for(user):
    """The other parts of the workspace, from the hook `support_links`, and the team for a lead. A list of dict."""
    links = [link for say in hooks.get_hooks("support_links") for link in say(user)]
    if organisations_led_by(user):
        words = ["Invite workers.", "See what your team sent."]
        links.append({"title": "Your team", "words": words, "href": reverse("support_team"), "icon": "people"})
    return links


def own_visits(user):
    """The visits of `user` (User) with all that the list shows of them (F2). A queryset of Support."""
    rows = Support.objects.of(user).with_reading().select_related("voice__round", "draft__round")
    rows = rows.defer(*(f"{way}__round__{name}" for way in ("voice", "draft") for name in LONG_TEXTS))
    answers = DraftAnswer.objects.filter(draft=OuterRef("draft")).order_by().values("draft")
    return rows.annotate(given=Coalesce(Subquery(answers.annotate(n=Count("pk")).values("n")), 0))


def ideas_of(support):
    """The three pictures by which a worker knows a visit again; the person's card has the same. A list of str."""
    return card_ideas(support.voice.draft_key if support.is_sent else support.draft.key)


def describe(support, pictures):
    """Put on a `support` (Support) what the list shows: its pictures, its name, and how it stands."""
    ideas = ideas_of(support)
    support.pictures = [{"picture": pictures.get(idea), "name": name_of(idea, pictures.get(idea))} for idea in ideas]
    support.name = ", ".join(item["name"] for item in support.pictures)
    if support.is_sent:
        state = "taken_back" if support.voice.taken_back_at else "read" if support.is_read else "sent"
    else:
        state = "draft" if may_answer(support.draft.round, timezone.now(), support.draft) else "too_late"
    support.tag, support.tag_kind = TAGS[state]
    support.state = state


def open_rounds():
    """The rounds in which people can answer today, each with `plan_title`, in two queries. A list of RoundPage."""
    asked = Question.objects.filter(round=OuterRef("pk"), ended_at=None)
    rounds = RoundPage.objects.open_on(timezone.localdate()).filter(Exists(asked)).defer(*LONG_TEXTS)
    rounds = list(rounds.order_by("closes_on", "pk"))
    paths = [page.path[: -page.steplen] for page in rounds]
    titles = dict(ProposalPage.objects.filter(path__in=paths).values_list("path", "title"))
    for page in rounds:
        page.plan_title = titles.get(page.path[: -page.steplen], "")
    return rounds


@worker_only
def before(request, pk):
    """What may have to be shared, before the first box (3.6). POST starts a visit."""
    page = get_object_or_404(RoundPage.objects.live().defer(*LONG_TEXTS), pk=pk)
    if not page.is_open:
        raise Http404("This round is not open.")
    if request.method == "POST":
        return begin(request, page)
    return show_before(request, page)


def begin(request, page):
    """Start a visit. Returns HttpResponse."""
    call = call_of(request, page)
    organisation = call.organisation if call else organisation_of(request)
    if organisation is None:
        return show_before(request, page, errors=[{"id": "organisation-1", "text": NO_CHOICE}], status=400)
    try:
        told = {"told": request.POST.getlist("told"), "by_phone": request.POST.get("talk") == PHONE, "call": call}
        support = start_visit(round=page, by=request.user, organisation=organisation, **told)
    except ValidationError as error:
        return show_before(request, page, errors=[{"id": "start", "text": error.messages[0]}], status=400)
    return redirect("support_question", support.public_id, 1)


def call_of(request, page):
    """The CallRequest that the worker came from, one of their organisations' in this round; or None."""
    given = request.POST.get("call") or request.GET.get("call") or ""
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        return None
    calls = CallRequest.objects.given_to(request.organisations).waiting()
    return calls.filter(pk=int(given), round=page).first()


def organisation_of(request):
    """The organisation that the worker chose, or the only one. A Body or None."""
    if len(request.organisations) == 1:
        return request.organisations[0]
    chosen = request.POST.get("organisation", "")
    return next((body for body in request.organisations if str(body.public_id) == chosen), None)


def show_before(request, page, errors=(), status=200):
    """The page before the first box. Returns HttpResponse."""
    plan, pictures, call = page.proposal, pictures_of(*IDEAS), call_of(request, page)
    organisations = [call.organisation] if call else request.organisations
    talk = request.POST.get("talk", TOGETHER)
    context = {
        "page": page,
        "is_example": bool(plan and plan.is_example),
        "contact": contact_of(plan) if plan else None,
        "errors": errors,
        "pictures": {idea.replace("-", "_"): pictures.get(idea) for idea in IDEAS},
        "organisations": [{"value": str(body.public_id), "label": body.plain_name} for body in organisations],
        "organisations_here": organisations,
        "deciding": plan.decided_by if plan else None,
        "told": [{"value": value, "label": label} for value, label in supporting.TOLD],
        "call": call,
        "talks": [{"value": value, "label": label, "checked": value == talk} for value, label in TALKS],
        "warnings": [warning for body in organisations for warning in conflict(body, plan)],
        "unknown": [body.plain_name for body in organisations if plan and not stands_to(body, plan)],
    }
    return render(request, "voices/support/before.html", context, status=status)


def conflict(organisation, plan):
    """Why a worker of an `organisation` (Body) is not independent of a plan's bodies (3.3). A list of sentences."""
    words = CLOSE.get(stands_to(organisation, plan))
    return [f"{organisation.plain_name} {words}"] if words else []
