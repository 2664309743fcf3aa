"""Ask someone: who is there, and "Ask someone to call me" (Q14). What was answered so far stays as it is."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError

from ..flows import ask_for_call
from ..limits import check_trap
from ..models import CallRequest
from .gates import answering
from .places import named, page_of, way_to

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
    ask_for_call(round=visit.round, network=network, page=named(page_of(visit)), **typed)


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
        back_href=visit.link(*way_to(page_of(visit))),
        here=page_of(visit),
    )
