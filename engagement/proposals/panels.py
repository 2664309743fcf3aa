"""What the author of a round sees while writing: whether it can open, and what is still missing."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.panels import Panel

from easyread.dates import full_date

from . import paper
from .gates import CONTACT, after_twelve_weeks, has_twelve_weeks, reasons_not_to_open
from .gates_of_plan import OF_THE_PLAN

DRAFT_FIRST = "Save a draft. Then you see here what is still missing before people can answer."
NOT_TRIED = "When you publish, we try to make the Easy Read PDF too."
TWELVE = "People need 12 weeks. So the last day is {day} or later."
IN_THE_PLAN = {*OF_THE_PLAN.values(), *CONTACT.values()}


class OpeningPanel(Panel):
    """Whether the round can open, and each thing that is missing, in one sentence."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one round, as it was saved last."""

        template_name = "proposals/opening_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"standing": standing_of(self.instance)}


def standing_of(round):
    """How a round (RoundPage, as its newest version says) stands to its opening.

    Returns a dict: `opened` (bool); `of_plan` (what the plan misses), `reasons` and `words` (lists of sentences);
    `plan` (str), the address where the plan is written.
    """
    if round.pk is None:
        return {"opened": False, "of_plan": [], "reasons": [], "words": [DRAFT_FIRST]}
    if round.has_opened:
        return {"opened": True, "of_plan": [], "reasons": [], "words": []}
    missing = reasons_not_to_open(round, round.latest_revision)
    of_plan = [sentence for sentence in missing if sentence in IN_THE_PLAN]
    is_short = round.proposal and not (round.closes_on and has_twelve_weeks(round))
    words = [TWELVE.format(day=full_date(after_twelve_weeks(round)))] if is_short else []
    return {
        "opened": False,
        "of_plan": of_plan,
        "reasons": [sentence for sentence in missing if sentence not in of_plan],
        "words": [*words, paper.OFF if paper.is_off() else NOT_TRIED],
        "plan": reverse("wagtailadmin_pages:edit", args=[round.proposal.pk]) if round.proposal else "",
    }


class QuestionsPanel(Panel):
    """Under the questions: what is hard to answer in each, and what can still change.

    Hooks `question_standing` say it: they take the round and the user, and give a list of dict.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel for one round, as it was saved last."""

        template_name = "proposals/questions_panel.html"

        def get_context_data(self, parent_context=None):
            found = hooks.get_hooks("question_standing")
            rows = [row for give in found for row in give(self.instance, self.request.user)]
            return super().get_context_data(parent_context) | {"rows": rows}
