"""This room's screens in the admin, what they log, and what is late on the first screen."""

from wagtail import hooks
from wagtail.admin.ui.components import Component

from . import reports
from .models import Debt
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
        }


@hooks.register("construct_homepage_panels")
def what_is_late(request, panels):
    """Put what is late on the first screen."""
    if records_for_all(request.user):
        panels.append(OutcomesPanel())


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
