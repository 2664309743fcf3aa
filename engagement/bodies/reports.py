"""Which bodies hold meetings with people's places empty, or with papers late. Flat in queries (F2)."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from .models import BodyQuestion, Meeting, PlaceHolder, Seat


@dataclass(frozen=True)
class Gaps:
    """What was or is missing at one meeting. `empty`: int, or None when nobody knows how many places there are."""

    meeting: Meeting
    has_places: bool
    empty: int | None
    late_papers: int
    most_days: int

    @property
    def is_something(self):
        """Whether anything is missing."""
        return not self.has_places or self.empty != 0 or self.late_papers > 0


def meetings_with_gaps(bodies, today=None):
    """Meetings of a year, and those to come, at which people's places are empty or papers are late, newest first.

    `bodies`: queryset of Body; `today`: date. Returns a list of Gaps. Four queries for any number of meetings.
    """
    today = today or timezone.localdate()
    people = Seat.objects.filter(for_people=True).prefetch_related("holders")
    meetings = (
        Meeting.objects.filter(body__in=bodies, held_on__gte=today - timedelta(days=365), called_off="")
        .select_related("body")
        .prefetch_related(Prefetch("body__seats", queryset=people, to_attr="places_for_people"), "papers")
        .order_by("-held_on", "pk")
    )
    return [gaps for meeting in meetings if (gaps := gaps_of(meeting, today)).is_something]


def gaps_of(meeting, today):
    """What is missing at a `meeting` (Meeting with its places and papers). `today`: date. Returns Gaps."""
    seats = meeting.body.places_for_people
    days = [late for paper in meeting.papers.all() if (late := late_by(paper, meeting, today))]
    return Gaps(meeting, bool(seats), empty_places(seats, meeting.held_on), len(days), max(days, default=0))


def late_by(paper, meeting, today):
    """By how many days a `paper` (MeetingPaper) of a `meeting` (Meeting) is late. Returns int."""
    paper.meeting = meeting
    return paper.days_late(today)


def empty_places(seats, day):
    """How many places of `seats` (list of Seat with holders) are empty on `day` (date). Returns int, or None."""
    known = [seat for seat in seats if seat.number]
    missing = sum(max(0, seat.number - held_on(seat, day)) for seat in known)
    unknown = any(not seat.number and not held_on(seat, day) for seat in seats)
    return None if unknown and not missing else missing


def held_on(seat, day):
    """How many people hold a place of `seat` (Seat with holders) on `day` (date). Returns int."""
    return sum(place.since <= day and (place.until is None or place.until >= day) for place in seat.holders.all())


def asked_of(bodies):
    """What stands asked of `bodies` (queryset of Body), oldest first. A queryset of BodyQuestion."""
    asked = BodyQuestion.objects.standing().filter(body__in=bodies)
    return (
        asked.select_related("body", "meeting", "item", "sound").prefetch_related("answers").order_by("asked_at", "pk")
    )


def waiting_counts(bodies):
    """How much waits in `bodies` (queryset of Body): a dict with `unread` and `unanswered` (int each)."""
    asked = BodyQuestion.objects.standing().filter(body__in=bodies).annotate(said=Count("answers")).order_by()
    return asked.aggregate(
        unread=Count("pk", filter=Q(read_at=None), distinct=True),
        unanswered=Count("pk", filter=Q(said=0), distinct=True),
    )


def places_held(bodies, today=None):
    """Who holds a place on `bodies` (queryset of Body) today or later. A queryset of PlaceHolder."""
    today = today or timezone.localdate()
    held = PlaceHolder.objects.filter(seat__body__in=bodies).exclude(until__lt=today)
    return held.select_related("seat__body", "holder").order_by("seat__body__name", "seat__sort_order", "since")
