"""My meetings: for people with a place on a body, and for those who support them. Nothing here is kept by a cache."""

import uuid
from functools import wraps

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from easyread.media import serve
from easyread.media.limits import MB, MOST_BYTES, MOST_SECONDS, SOUND
from easyread.media.middleware import takes_up_to
from engagement.bodies import flows
from engagement.bodies.flows.asking import can_ask_about
from engagement.bodies.models import BodyQuestion, Meeting
from engagement.people.staff import tell_form
from engagement.voices.attached import NO_ROOM
from engagement.voices.limits import count_sound

from .. import meetings, my_meetings
from ..agendas import agenda_of
from ..forms import AskForm, NameForm, SupporterForm

NOT_YOURS = "This page is for people with a place on this group."


def personal(view):
    """A page for one person: signed in, and kept by no cache."""
    return never_cache(login_required(require_http_methods(["GET", "HEAD", "POST"])(view)))


@never_cache
@require_http_methods(["GET", "HEAD"])
def my_meetings_page(request):
    """Every place and meeting of the person; others are told kindly what this page is."""
    places = my_meetings.places_of(request.user) if request.user.is_authenticated else []
    if not places:
        return render(request, "trail/my_meetings_none.html", {"signed_in": request.user.is_authenticated})
    to_come, past = my_meetings.meetings_for(places)
    for place in places:
        place.words = my_meetings.since_words(place)
        place.supporter_words = my_meetings.supporter_words(place)
    return render(request, "trail/my_meetings.html", {"places": places, "to_come": to_come, "past": past})


def with_meeting(view):
    """A page of one meeting, called with the Meeting and the person's place; nobody else gets in."""

    @personal
    @wraps(view)
    def page(request, meeting, **kwargs):
        found = Meeting.objects.filter(announced_on__isnull=False).select_related("body__picture")
        found = get_object_or_404(found, public_id=meeting)
        places = [place for place in my_meetings.places_of(request.user) if place.seat.body_id == found.body_id]
        if not places:
            raise PermissionDenied(NOT_YOURS)
        return view(request, found, sorted(places, key=lambda place: not place.is_own)[0], **kwargs)

    return page


@with_meeting
def my_meeting(request, meeting, place):
    """One meeting: the agenda, the papers, what people said, and what the person asked."""
    agenda, papers = agenda_of(meeting)
    context = {
        "meeting": meeting,
        "place": place,
        "facts": meetings.facts_of(meeting),
        "contact": meetings.contact_links(meeting),
        "agenda": agenda,
        "papers": papers,
        "asked": my_meetings.asked_by(place, meeting),
        "can_ask": can_ask_about(meeting),
        "decisions": meetings.decisions_at(meeting),
        "sent": "sent" in request.GET,
    }
    return render(request, "trail/my_meeting.html", context)


@takes_up_to(MOST_BYTES[SOUND] + MB)
@with_meeting
def my_question(request, meeting, place, kind):
    """Ask at a meeting, or say "I did not understand this: stop and explain". `kind`: "ask" or "stop"."""
    if not can_ask_about(meeting):
        return redirect("my_meeting", meeting.public_id)
    values = {"meeting": meeting, "is_own": place.is_own, "kind": kind}
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AskForm(*given, initial={"key": uuid.uuid4(), "item": item_of(request)}, **values)
    if request.method == "POST" and form.is_valid() and asked(request, meeting, place, kind, form):
        return redirect(f"/my-meetings/{meeting.public_id}/?sent=yes")
    context = {"meeting": meeting, "place": place, "form": form, "is_stop": kind == BodyQuestion.Kind.STOP}
    context |= {"can_say": "sound" in form.fields, "most_seconds": MOST_SECONDS[SOUND], "most_bytes": MOST_BYTES[SOUND]}
    return render(request, "trail/my_question.html", context, status=400 if form.errors else 200)


@with_meeting
def my_question_sound(request, meeting, place, question):
    """The sound of one's own question."""
    found = get_object_or_404(
        BodyQuestion.objects.standing().select_related("sound"), public_id=question, place=place, has_sound=True
    )
    sound = found.sound
    return serve(request, name=sound.file, content_type=sound.content_type, filename="question.mp3")


def item_of(request):
    """The key of the thing on the agenda that a link named, or None."""
    given = request.GET.get("item", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 18 else None


def asked(request, meeting, place, kind, form):
    """Keep what was asked. Returns bool; what was wrong is told on the `form`."""
    given = {**form.cleaned_data, "body": meeting.body, "meeting": meeting, "place": place, "kind": kind}
    sound = given.pop("sound", None)
    try:
        if sound is None:
            flows.ask(by=request.user, **given)
        else:
            count_sound(get_adapter(request).get_client_ip(request), request.user)
            flows.ask_by_voice(sound=sound, by=request.user, **given)
    except ValidationError as refusal:
        tell_form(form, refusal)
        return False
    except OSError:  # no room: what was typed stays in the page (R3)
        form.add_error("sound", NO_ROOM)
        return False
    return True


@with_meeting
def my_take_back(request, meeting, place, question):
    """Ask first, then take back what was asked."""
    found = get_object_or_404(BodyQuestion.objects.standing(), public_id=question, place=place, meeting=meeting)
    error = []
    if request.method == "POST":
        try:
            flows.take_back_question(question=found, by=request.user)
            return redirect("my_meeting", meeting.public_id)
        except ValidationError as refusal:
            error = refusal.messages
    return render(request, "trail/my_take_back.html", {"meeting": meeting, "question": found, "error": error})


def with_own_place(view):
    """A page of a person's own place, called with it; a supporter does not get in."""

    @personal
    @wraps(view)
    def page(request, place, **kwargs):
        mine = [row for row in my_meetings.places_of(request.user) if row.is_own and row.public_id == place]
        if not mine:
            raise PermissionDenied(NOT_YOURS)
        return view(request, mine[0], **kwargs)

    return page


def form_page(request, form, run, template, **context):
    """A page with one form of a place that does one thing, then goes back to "My meetings". Returns HttpResponse."""
    if request.method == "POST" and form.is_valid():
        try:
            run(**form.cleaned_data)
            return redirect("my_meetings")
        except ValidationError as refusal:
            tell_form(form, refusal)
    return render(request, template, {"form": form, **context}, status=400 if form.errors else 200)


@with_own_place
def my_supporter(request, place):
    """Add a supporter."""

    def run(**values):
        flows.add_supporter(place=place, by=request.user, **values)

    return form_page(request, SupporterForm(request.POST or None), run, "trail/my_supporter.html", place=place)


@with_own_place
def my_name(request, place):
    """Say which name everybody may read, or none."""

    def run(**values):
        flows.show_name(place=place, by=request.user, **values)

    form = NameForm(request.POST or None, initial={"name": place.shown_name})
    return form_page(request, form, run, "trail/my_name.html", place=place)


@require_POST
@with_own_place
def my_supporter_away(request, place, supporter):
    """Take a supporter away."""
    found = next((helper for helper in place.helpers if helper.pk == supporter), None)
    if found is None:
        raise Http404("There is no such supporter.")
    flows.remove_supporter(supporter=found, by=request.user)
    return redirect("my_meetings")
