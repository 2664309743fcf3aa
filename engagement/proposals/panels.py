"""What the author of a round sees while writing: whether it can open, and what is still missing."""

from wagtail import hooks
from wagtail.admin.panels import Panel

from . import paper
from .gates import reasons_not_to_open

DRAFT_FIRST = "Save a draft. Then you see here what is still missing before people can answer."
NOT_TRIED = "When you publish, we try to make the Easy Read PDF too."


class OpeningPanel(Panel):
    """Whether the round can open, and each thing that is missing, in one sentence."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one round, as it was saved last."""

        template_name = "proposals/opening_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"standing": standing_of(self.instance)}


def standing_of(round):
    """How a round (RoundPage, as its newest version says) stands to its opening.

    Returns a dict: `opened` (bool), `reasons` and `words` (lists of sentences).
    """
    if round.pk is None:
        return {"opened": False, "reasons": [], "words": [DRAFT_FIRST]}
    if round.has_opened:
        return {"opened": True, "reasons": [], "words": []}
    reasons = reasons_not_to_open(round, round.latest_revision)
    return {"opened": False, "reasons": reasons, "words": [paper.OFF if paper.is_off() else NOT_TRIED]}


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
