"""What this room adds to Wagtail's admin."""

from wagtail import hooks

from .permissions import refuse_changed_polls, refuse_picks_elsewhere


@hooks.register("check_round")
def questions_people_answered(form):
    """What people voted on is fixed from the first vote on: say so in the form, beside the question."""
    refuse_changed_polls(form)


@hooks.register("check_round")
def picks_where_ideas_are(form):
    """Where ideas can be picked: say so in the form, beside the question."""
    refuse_picks_elsewhere(form)
