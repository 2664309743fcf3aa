"""This room's screens in the admin."""

from wagtail import hooks
from wagtail.admin.ui.components import Component

from . import reports
from .in_the_room import RoomViewSet
from .leads_viewset import SafeguardingLeadsViewSet
from .permissions import bodies_prepared_by, prepares_any
from .viewsets import WhoDecides

LOGGED = {
    "bodies.announced": ("Announced", "Announced the meeting"),
    "bodies.called_off": ("Called off", "Called the meeting off"),
    "bodies.agenda_written": ("Agenda", "Wrote the agenda"),
    "bodies.paper_written": ("Paper", "Wrote a paper for the meeting"),
    "bodies.paper_sent": ("Paper sent", "Said that people have a paper"),
    "bodies.place_given": ("Place given", "Gave the place"),
    "bodies.place_ended": ("Place ended", "Ended the place"),
    "bodies.name_shown": ("Name", "Said if the name is shown"),
    "bodies.supporter_added": ("Supporter", "Added a supporter"),
    "bodies.supporter_removed": ("Supporter", "Took a supporter away"),
    "bodies.question_read": ("Read", "Read what somebody asked"),
    "bodies.question_answered": ("Answered", "Answered what somebody asked"),
    "bodies.worker_added": ("Worker added", "Said that somebody works at the organisation"),
    "bodies.worker_left": ("Worker left", "Said that somebody works at the organisation no longer"),
    "bodies.lead_named": ("Lead named", "Named a safeguarding lead"),
    "bodies.lead_ended": ("Lead ended", "Said that somebody is a safeguarding lead no longer"),
    "bodies.worker_leads": ("Leads", "Said that somebody leads the workers"),
    "bodies.worker_leads_not": ("Leads no longer", "Said that somebody leads the workers no longer"),
    "bodies.invited": ("Invited", "Invited somebody to work at the organisation"),
    "bodies.invite_stopped": ("Invite stopped", "Stopped an invite"),
    "bodies.independence": ("Independence", "Said how independent the organisation is"),
}


@hooks.register("register_admin_viewset")
def screens():
    """The register of bodies, and the screens for their meetings."""
    return [WhoDecides(), RoomViewSet(), SafeguardingLeadsViewSet()]


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


class RoomPanel(Component):
    """What people asked that waits, and the way to what is missing at meetings. One query."""

    name, order, ours = "being_in_the_room", 35, True
    template_name = "bodies/room_panel.html"

    def __init__(self, user):
        self.bodies = bodies_prepared_by(user)

    def get_context_data(self, parent_context):
        return reports.waiting_counts(self.bodies)


@hooks.register("construct_homepage_panels")
def what_is_missing(request, panels):
    """Put what waits, and what is missing, on the first screen."""
    if prepares_any(request.user):
        panels.append(RoomPanel(request.user))
