"""This room's screens in the admin, and what they log."""

from wagtail import hooks

from .viewsets import DraftViewSet


@hooks.register("register_admin_viewset")
def screens():
    """The drafts."""
    return DraftViewSet()


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    actions.register_action("shaping.published", "Published", "Published the draft")
