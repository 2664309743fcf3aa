"""Meetings in the admin: the list with what is missing, one meeting, and what people must know of it."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail import hooks

from engagement.people.staff import StaffDeed, StaffForm, StaffScreen

from .. import flows, reports
from ..flows.meetings import reasons_not_to_announce
from ..meeting_forms import CallOffForm, FactsForm, PlanMeetingForm
from ..models import Meeting
from ..permissions import bodies_prepared_by, prepares_any

A_PAGE = 25


class PreparesMeetings:
    """Screens for those who prepare meetings: the PMU sees all, a secretary those of their own bodies."""

    header_icon = "calendar"

    def allowed(self, user):
        return prepares_any(user)

    @cached_property
    def bodies(self):
        return bodies_prepared_by(self.request.user)

    def above(self):
        return [(reverse("room:list"), "Being in the room")]


class Meetings(PreparesMeetings, StaffScreen):
    """Every meeting, newest first, and what is missing at some of them."""

    template_name = "bodies/meetings.html"
    page_title = "Being in the room"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        meetings = Meeting.objects.filter(body__in=self.bodies).select_related("body").order_by("-held_on", "pk")
        page = Paginator(meetings, A_PAGE).get_page(self.request.GET.get("page"))
        gaps = reports.meetings_with_gaps(self.bodies)
        waiting = reports.waiting_counts(self.bodies)
        return super().get_context_data(page=page, gaps=gaps[:A_PAGE], more_gaps=gaps[A_PAGE:], **waiting, **kwargs)


class OfMeeting(PreparesMeetings):
    """What is done with one meeting."""

    @cached_property
    def meeting(self):
        found = Meeting.objects.filter(body__in=self.bodies).select_related("body")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def above(self):
        return [*super().above(), (self.get_success_url(), str(self.meeting))]

    def get_success_url(self):
        return reverse("room:one", args=[self.meeting.pk])

    back = get_success_url

    def get_context_data(self, **kwargs):
        return super().get_context_data(meeting=self.meeting, back=self.get_success_url(), **kwargs)


class OneMeeting(OfMeeting, StaffScreen):
    """One meeting with its agenda, its papers and what people asked, and what is missing before it is announced."""

    template_name = "bodies/meeting.html"

    def get_page_title(self):
        return str(self.meeting)

    def above(self):
        return super().above()[:1]

    def get_context_data(self, **kwargs):
        meeting, today = self.meeting, timezone.localdate()
        papers = list(meeting.papers.select_related("item"))
        for paper in papers:
            paper.late = reports.late_by(paper, meeting, today)
        panels = []
        for add in hooks.get_hooks("construct_meeting_panels"):
            add(self.request, meeting, panels)
        return super().get_context_data(
            agenda=meeting.agenda.all(),
            papers=papers,
            questions=reports.asked_of(self.bodies).filter(meeting=meeting),
            reasons=[] if meeting.announced_on else reasons_not_to_announce(meeting),
            panels=[panel.render_html({"request": self.request}) for panel in panels],
            **kwargs,
        )


class PlanMeeting(PreparesMeetings, StaffForm):
    """Writes down a meeting to come."""

    form_class = PlanMeetingForm
    page_title = "Add a meeting"
    done = "Saved. Nobody else can see it before it is announced."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"bodies": self.bodies}

    def run(self, form):
        return flows.plan_meeting(by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("room:one", args=[self.made.pk])


class ChangeFacts(OfMeeting, StaffForm):
    """Changes what people must know."""

    form_class = FactsForm
    page_title = "What people must know"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.meeting}

    def run(self, form):
        return flows.change_meeting(meeting=self.meeting, by=self.request.user, **form.cleaned_data)


class Announce(OfMeeting, StaffDeed):
    """Lets everybody see a meeting."""

    done = "The meeting is announced. Everybody can see it now."

    def run(self, request):
        flows.announce_meeting(meeting=self.meeting, by=request.user)


class CallOff(OfMeeting, StaffForm):
    """Says that a meeting does not take place."""

    form_class = CallOffForm
    page_title = "Call the meeting off"
    button = "Call the meeting off"
    done = "The page of the meeting says now that it does not take place."

    def run(self, form):
        return flows.call_off_meeting(meeting=self.meeting, by=self.request.user, **form.cleaned_data)
