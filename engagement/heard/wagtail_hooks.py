"""This room's screens in the admin, what they log, and what waits on the first screen."""

from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from . import reports
from .permissions import may_read
from .viewsets import HeardViewSet, ReadingViewSet

LOGGED = {
    "heard.read": ("Read", "Read what a person said"),
    "heard.theme_made": ("Theme made", "Made the theme"),
    "heard.theme_changed": ("Theme changed", "Changed the theme"),
    "heard.theme_removed": ("Theme removed", "Removed the theme"),
    "heard.words_added": ("Words added", "Put words in the theme"),
    "heard.words_removed": ("Words taken out", "Took words out of the theme"),
    "heard.quote_picked": ("Quote chosen", "Chose words to show"),
    "heard.quote_dropped": ("Quote taken away", "Took shown words away"),
    "heard.written": ("Written", "Wrote what we heard"),
    "heard.published": ("Published", "Published what we heard"),
    "heard.corrected": ("Put right", "Put what we heard right"),
    "heard.taken_down": ("Taken down", "Took what we heard down"),
}


@hooks.register("register_admin_viewset")
def screens():
    """The screens of this room."""
    return [ReadingViewSet(), HeardViewSet()]


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


class WaitingPanel(Component):
    """How many words wait to be read, and for how long."""

    name, order, ours = "words_waiting", 10, True
    template_name = "heard/waiting_panel.html"

    def get_context_data(self, parent_context):
        waiting = reports.waiting()
        oldest = waiting["oldest"]
        days = (timezone.localdate() - timezone.localdate(oldest)).days if oldest else 0
        return {"count": reports.in_words(waiting["count"]) if oldest else "", "days": days}


@hooks.register("construct_homepage_panels")
def words_waiting(request, panels):
    """Put the words that wait first on the first screen."""
    if may_read(request.user):
        panels.append(WaitingPanel())
