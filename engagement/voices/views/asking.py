"""Ask someone: who is there, and "Ask someone to call me" (Q14). What was answered so far stays as it is."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError

from ..flows import ask_for_call
from ..limits import check_trap
from ..models import CallRequest
from .visit import answering

PAGES = {
    "start": ("answer", "The first page"),
    "practice": ("answer_practice", "The practice question"),
    "about": ("answer_about", "About you"),
    "check": ("answer_check", "Check your answers"),
    "all": ("answer_all", "All questions on 1 page"),
    "stop": ("answer_stop", "Stop for now"),
    "done": ("answer_done", "The card"),
}
WHEN = [{"value": value, "label": label} for value, label in CallRequest.When.choices]


@answering
def ask(visit):
    """Who can help, and a form for a call. Nothing is stored of the person but the number they type."""
    visit.check_address()
    if visit.request.method != "POST":
        return show(visit, asked="asked" in visit.request.GET)
    typed = {"phone": visit.request.POST.get("phone", ""), "when": visit.request.POST.get("when", "any")}
    try:
        call(visit, typed)
    except ValidationError as error:
        status = 429 if error.code == "too_many" else 400
        return show(visit, typed=typed, error=error.messages[0], code=error.code, status=status)
    return visit.go("answer_ask", page=page_of(visit), asked="yes")


def call(visit, typed):
    """Ask for the call. `typed`: dict with phone and when (str). Raises ValidationError."""
    if visit.round.sets_trap:
        check_trap(visit.request.POST)
    network = get_adapter(visit.request).get_client_ip(visit.request)
    ask_for_call(round=visit.round, network=network, page=named(visit), **typed)


def page_of(visit):
    """The page that the person came from, as it stands in the address: a number (str), a name of PAGES, or ""."""
    page = visit.request.GET.get("page", "")[:10]
    return page if page in PAGES or (page.isascii() and page.isdigit()) else ""


def named(visit):
    """That page as staff read it (str)."""
    page = page_of(visit)
    return PAGES[page][1] if page in PAGES else f"Question {page}" if page else ""


def back_to(visit):
    """The address of that page (str); the start page where it is not known."""
    page = page_of(visit)
    if page in PAGES:
        return visit.link(PAGES[page][0])
    return visit.link("answer_question", int(page)) if page else visit.link("answer")


def show(visit, *, typed=None, error="", code="", asked=False, status=200):
    """The page. `typed`: dict of what was typed. `error`: beside the field that `code` names. Returns HttpResponse."""
    typed = typed or {"phone": "", "when": "any"}
    field = "when-1" if code == "when" else "phone"
    return visit.show(
        "ask",
        status=status,
        typed=typed,
        phone_error="" if field == "when-1" else error,
        when_error=error if field == "when-1" else "",
        errors=[{"id": field, "text": error}] if error else [],
        times=[{**option, "checked": option["value"] == typed["when"]} for option in WHEN],
        asked=asked,
        back_href=back_to(visit),
        here=page_of(visit),
    )
