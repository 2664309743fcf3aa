"""What a person with a place, or their supporter, sees of their meetings."""

from datetime import timedelta

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone

from easyread.dates import full_date
from engagement.bodies.models import BodyQuestion, Meeting, PlaceHolder, Supporter
from engagement.voices.attached import how_long

from .asked import tell
from .body_facts import named
from .meetings import meeting_card

SHOWN_FOR = 365  # days after a meeting


def places_of(user):
    """The places that `user` (User) holds or supports today, as a list of PlaceHolder with `is_own` and `helpers`."""
    helping = Supporter.objects.filter(removed_at=None).select_related("user")
    places = (
        PlaceHolder.objects.seen_by(user)
        .select_related("seat__body__picture", "holder")
        .prefetch_related(Prefetch("supporters", queryset=helping, to_attr="helpers"))
        .order_by("seat__body__plain_name", "pk")
    )
    found = list(places)
    for place in found:
        place.is_own = place.holder_id == user.pk
        place.group = named(place.seat.body)
    return found


def meetings_for(places):
    """The announced meetings of the bodies of `places` (list of PlaceHolder): two lists of Cards, to come and past."""
    bodies = {place.seat.body_id for place in places}
    since = timezone.localdate() - timedelta(days=SHOWN_FOR)
    found = Meeting.objects.filter(body__in=bodies, announced_on__isnull=False, held_on__gte=since)
    found = list(found.select_related("body").order_by("held_on", "pk"))
    to_come = [my_card(meeting) for meeting in found if not meeting.is_over]
    return to_come, [my_card(meeting) for meeting in reversed(found) if meeting.is_over]


def my_card(meeting):
    """A `meeting` (Meeting) as a Card that leads to the person's own page of it."""
    return meeting_card(meeting, f"/my-meetings/{meeting.public_id}/", [f"Who meets: {meeting.body.plain_name}"])


def asked_by(place, meeting):
    """What was asked for a `place` (PlaceHolder) at a `meeting` (Meeting), with what became of it. Two queries."""
    asked = BodyQuestion.objects.standing().filter(place=place, meeting=meeting)
    questions = list(
        asked.select_related("item", "meeting", "sound").prefetch_related("answers").order_by("asked_at", "pk")
    )
    for question in questions:
        tell(question)
        question.status = status_of(question)
        question.can_take_back = not question.answers.all()
        question.heard = heard(question, meeting) if question.has_sound else None
    return questions


def heard(question, meeting):
    """The sound of a BodyQuestion as components/attachment.html prints it for who asked. Returns a dict."""
    return {
        "kind": "sound",
        "href": reverse("my_question_sound", args=[meeting.public_id, question.public_id]),
        "long": how_long(question.sound.seconds),
        "label": "Your sound",
        "words": question.sound.transcript,
    }


def status_of(question):
    """Who can see what was asked (BodyQuestion), as a list of sentences."""
    if question.read_at is None:
        return ["We must read this first.", "Then everybody can see it."]
    if not question.may_show:
        return ["Other people cannot see this.", *([question.reason] if question.reason else [])]
    if question.shown_words:
        return ["Everybody can see a part of this.", question.reason]
    return ["Everybody can see this."]


def supporter_words(place):
    """Who supports the holder of a `place` (PlaceHolder with helpers), as a list of sentences."""
    if not place.helpers:
        return ["You have no supporter here yet."]
    return [f"{helper.name} can see what you see." for helper in place.helpers]


def since_words(place):
    """Since when, and until when, a `place` (PlaceHolder) is held, as a list of sentences."""
    words = [
        f"You have it since {full_date(place.since)}." if place.is_own else "You support a person with this place."
    ]
    return [*words, f"It ends on {full_date(place.until)}."] if place.until else words
