"""This room's screens in the admin, what they log, and what waits on the first screen."""

from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from . import in_time, reports
from .permissions import may_read
from .viewsets import HeardViewSet, ReadingViewSet

LOGGED = {
    "heard.looked": ("Looked at", "Looked at a picture, or listened to a sound"),
    "heard.read": ("Read", "Read what a person said"),
    "heard.theme_made": ("Theme made", "Made the theme"),
    "heard.theme_changed": ("Theme changed", "Changed the theme"),
    "heard.theme_removed": ("Theme removed", "Removed the theme"),
    "heard.words_added": ("Words added", "Put words in the theme"),
    "heard.words_removed": ("Words taken out", "Took words out of the theme"),
    "heard.idea_made": ("Idea made", "Made the idea"),
    "heard.idea_changed": ("Idea changed", "Changed the idea"),
    "heard.idea_removed": ("Idea removed", "Removed the idea"),
    "heard.idea_shown": ("Idea shown", "Showed the idea to everybody"),
    "heard.idea_taken_down": ("Idea taken down", "Took the idea down"),
    "heard.idea_put_together": ("Put together", "Put the idea together with another"),
    "heard.idea_put_apart": ("Put apart", "Told the idea by itself again"),
    "heard.idea_words_added": ("Words added", "Put words behind the idea"),
    "heard.idea_words_removed": ("Words taken out", "Took words out of the idea"),
    "heard.idea_words_shown": ("Words shown", "Chose words to show with the idea"),
    "heard.idea_words_hidden": ("Words hidden", "Took words away from the idea"),
    "heard.quote_picked": ("Quote chosen", "Chose words to show"),
    "heard.quote_dropped": ("Quote taken away", "Took shown words away"),
    "heard.theme_published": ("Theme published", "Published the theme"),
    "heard.theme_corrected": ("Theme put right", "Put a published theme right"),
    "heard.theme_taken_down": ("Theme taken down", "Took a published theme down"),
    "heard.plan_started": ("Plan named", "Said that a plan began with the theme"),
    "heard.counts_saved": ("Saved as a table", "Saved the counts of the round as a table"),
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
        late = reports.how_many(in_time.late()) if oldest else 0
        counted = {"late": reports.in_words(late) if late else ""}
        return counted | {"count": reports.in_words(waiting["count"]) if oldest else "", "days": days}


@hooks.register("construct_homepage_panels")
def words_waiting(request, panels):
    """Put the words that wait first on the first screen."""
    if may_read(request.user):
        panels.append(WaitingPanel())
