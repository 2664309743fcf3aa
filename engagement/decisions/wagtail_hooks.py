"""This room's screens in the admin, what they log, and what is late on the first screen."""

from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from engagement.bodies.models import Body
from engagement.heard.reports import how_many, in_words

from . import reports
from .models import Debt, FeltTrue
from .permissions import bodies_of, may_send, records_for_all
from .viewsets import FeltViewSet, OutcomesViewSet, OwingViewSet

LOGGED = {
    "decisions.recorded": ("Recorded", "Recorded the decision"),
    "decisions.changed": ("Changed", "Changed the decision"),
    "decisions.confirmed": ("Confirmed", "Confirmed the decision for the body"),
    "decisions.published": ("Published", "Published the outcome"),
    "decisions.action_added": ("Action added", "Added an action"),
    "decisions.action_updated": ("Update added", "Said what was done"),
    "decisions.theme_sent": ("Sent to a body", "Sent the theme to a body"),
    "decisions.theme_answered": ("Answered", "Wrote down what the body answered"),
    "decisions.theme_handed_on": ("Handed on", "Handed the theme on to another body"),
    "decisions.felt_read": ("Read", "Read why a promise felt true, or not"),
    "decisions.answer_confirmed": ("Answer confirmed", "Confirmed the answer for the body"),
}


@hooks.register("register_admin_viewset")
def screens():
    """The screens of this room."""
    return [OutcomesViewSet(), OwingViewSet(), FeltViewSet()]


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


class OutcomesPanel(Component):
    """Outcomes that nobody can see yet, and promises that are late."""

    name, order, ours = "outcomes", 30, True
    template_name = "decisions/outcomes_panel.html"
    most = 5

    def get_context_data(self, parent_context):
        return {
            "not_published": reports.not_published()[: self.most],
            "late_actions": reports.late_actions()[: self.most],
            "late_answers": reports.late_answers()[: self.most],
            "plans": reports.waiting_plans(Body.objects.all())[: self.most],
            "today": timezone.localdate(),
            "felt": in_words(how_many(FeltTrue.objects.unread())),
        }


@hooks.register("construct_homepage_panels")
def what_is_late(request, panels):
    """Put what is late on the first screen."""
    if records_for_all(request.user):
        panels.append(OutcomesPanel())


class ServedPanel(Component):
    """What waits for the bodies that somebody serves: to decide, to confirm, and what they promised and is late."""

    name, order, ours = "served", 12, True
    template_name = "decisions/served_panel.html"
    most = 5

    def __init__(self, bodies):
        self.bodies = bodies

    def get_context_data(self, parent_context):
        return {
            "plans": reports.waiting_plans(self.bodies)[: self.most],
            "to_confirm": reports.to_confirm(self.bodies)[: self.most],
            "late_actions": reports.late_actions_of(self.bodies)[: self.most],
            "today": timezone.localdate(),
        }


@hooks.register("construct_homepage_panels")
def what_waits_for_served_bodies(request, panels):
    """Put what waits for a secretary first on their first screen; the Unit sees what is late of every body."""
    if request.user.has_perm("decisions.record_decision") and not records_for_all(request.user):
        panels.append(ServedPanel(bodies_of(request.user)))


class PlansPanel(Component):
    """Which plan each thing on the agenda of a meeting is about."""

    template_name = "decisions/agenda_panel.html"

    def __init__(self, meeting):
        self.meeting = meeting

    def get_context_data(self, parent_context):
        return {"agenda": self.meeting.agenda.select_related("on_plan__proposal")}


@hooks.register("construct_meeting_panels")
def plans_on_the_agenda(request, meeting, panels):
    """Put the plans beside the agenda, on the screen of a meeting."""
    panels.append(PlansPanel(meeting))


class DebtsPanel(Component):
    """To which bodies a theme was sent, and how that stands."""

    template_name = "decisions/debts_panel.html"

    def __init__(self, theme, user):
        self.theme, self.user = theme, user

    def get_context_data(self, parent_context):
        return {
            "theme": self.theme,
            "debts": Debt.objects.in_full().filter(theme=self.theme),
            "may_send": self.theme.published_at and may_send(self.user),
        }


@hooks.register("construct_theme_panels")
def who_answers_the_theme(request, theme, panels):
    """Put the bodies that answer beside a theme of *Tell us something*."""
    panels.append(DebtsPanel(theme, request.user))


class OwedPanel(Component):
    """The answers that somebody's bodies owe next."""

    name, order, ours = "answers_owed", 15, True
    template_name = "decisions/owed_panel.html"
    most = 5

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return {"debts": reports.debts_of(bodies_of(self.user))[: self.most]}


@hooks.register("construct_homepage_panels")
def answers_owed(request, panels):
    """Put what people wait for on the first screen."""
    if request.user.has_perm("decisions.record_decision"):
        panels.append(OwedPanel(request.user))
