"""The public page of a meeting, and asking a body a question."""

import uuid

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from easyread.reading import ready
from engagement.bodies.flows import ask
from engagement.bodies.flows.asking import can_ask_about
from engagement.bodies.models import Body
from engagement.voices.limits import count_start

from .. import meetings
from ..agendas import agenda_of
from ..asked import asked_at, asked_of
from ..body_facts import named

TRAP = "Something went wrong. Please press the button again."


def public_meeting(slug, day):
    """The public meeting of a body on a day. Raises Http404 without one."""
    meeting = meetings.meeting_at(slug, day)
    if meeting is None:
        raise Http404("There is no meeting at this address.")
    return meeting


def back_to(body):
    """The way back to a `body` (Body), as a list of dict."""
    return [{"href": body.address, "text": named(body)}]


@require_safe
def meeting(request, slug, day):
    """One meeting: can I come, the agenda with its papers and what people said, what was asked and decided."""
    found = public_meeting(slug, day)
    agenda, papers = agenda_of(found) if found.announced_on else ([], [])
    ready([found.body.picture])
    context = {
        "meeting": found,
        "facts": meetings.facts_of(found),
        "contact": meetings.contact_links(found),
        "places": meetings.places_at(found),
        "agenda": agenda,
        "papers": papers,
        "decisions": meetings.decisions_at(found),
        "can_ask": can_ask_about(found),
        "back": back_to(found.body),
        **asked_at(found),
    }
    return render(request, "trail/meeting.html", context)


@require_safe
def body_meetings(request, slug):
    """The meetings of a body, who agreed to be named, and what people asked it with its answers."""
    found = Body.objects.select_related("picture").filter(slug=slug).first()
    if found is None:
        raise Http404("There is no body at this address.")
    context = {
        "body": found,
        "meetings": meetings.meetings_of(found),
        "named": meetings.shown_names(found),
        "can_ask": can_be_asked(found),
        "back": back_to(found),
        **asked_of(found),
    }
    return render(request, "trail/body_meetings.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_body(request, slug, day=None):
    """Ask a body a question, at a meeting or at any time, without signing in. Nobody sees it before it is read."""
    body, found = who_is_asked(slug, day)
    if request.method != "POST":
        return show_ask(request, body, found)
    try:
        keep(request, body, found)
    except ValidationError as error:
        return show_ask(request, body, found, error=error)
    return redirect(f"{request.path}?sent=yes")


def who_is_asked(slug, day):
    """The body that is asked and its meeting on a day (None without a day). Raises Http404 where nobody can ask."""
    found = public_meeting(slug, day) if day else None
    body = found.body if found else Body.objects.filter(slug=slug).first()
    if body is None or not (can_ask_about(found) if found else can_be_asked(body)):
        raise Http404("Nobody can ask here.")
    return body, found


def can_be_asked(body):
    """Whether a `body` (Body) is there to answer: not one that is only a plan, or that has ended."""
    return body.status == Body.Status.CURRENT


def show_ask(request, body, found, error=None):
    """The page to ask on, with what was wrong and what was typed. Returns HttpResponse."""
    text = error.messages[0] if error else ""
    context = {
        "body": body,
        "meeting": found,
        "back_href": found.address if found else f"{body.address}meetings/",
        "key": request.POST.get("key") or uuid.uuid4(),
        "sent": "sent" in request.GET,
        "words": request.POST.get("words", ""),
        "error": text,
        "errors": [{"id": "words", "text": text}] if error else [],
    }
    status = 200 if not error else 429 if getattr(error, "code", "") == "too_many" else 400
    return render(request, "trail/ask.html", context, status=status)


def keep(request, body, found):
    """Keep what was asked. Raises ValidationError for a machine, too many at once, or no words."""
    if request.POST.get("website"):  # a box that people do not see
        raise ValidationError(TRAP, code="trap")
    count_start(get_adapter(request).get_client_ip(request))
    ask(body=body, meeting=found, words=request.POST.get("words", ""), key=key_of(request))


def key_of(request):
    """The key of this asking, from the form; a new one when it is not there. Returns UUID."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()
