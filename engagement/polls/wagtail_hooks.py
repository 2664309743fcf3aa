"""What this room adds to Wagtail's admin."""

from wagtail import hooks

from .permissions import refuse_changed_polls


@hooks.register("check_round")
def questions_people_answered(form):
    """What people voted on is fixed from the first vote on: say so in the form, beside the question."""
    refuse_changed_polls(form)
