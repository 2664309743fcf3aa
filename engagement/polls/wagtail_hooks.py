"""What this room adds to Wagtail's admin."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component

from .models import QuestionCorrection
from .parts import asked_otherwise, ideas_shown, pictures_known, question_part
from .permissions import refuse_changed_polls, refuse_lonely_opposites, refuse_picks_elsewhere
from .question_rules import problems_of_asking
from .standing import standing_of_questions
from .viewsets import QuestionsViewSet

LOGGED = {
    "polls.correction_asked": ("New words asked for", "Asked for new words for an answered question"),
    "polls.correction_made": ("New words", "Two people gave an answered question new words"),
    "polls.correction_taken_back": ("New words taken back", "Took back new words for an answered question"),
    "polls.correction_refused": ("New words refused", "Said no to new words for an answered question"),
}


@hooks.register("check_round")
def questions_people_answered(form):
    """What people voted on is fixed from the first vote on: say so in the form, beside the question."""
    refuse_changed_polls(form)


@hooks.register("check_round")
def picks_where_ideas_are(form):
    """Where ideas can be picked: say so in the form, beside the question."""
    refuse_picks_elsewhere(form)


@hooks.register("page_part")
def questions_are_parts(page, name, block):
    """Checkers look at each question with its choices, as people will see it."""
    return question_part(page, name, block)


@hooks.register("easyread_ideas_shown")
def ready_made_pictures(kind, words):
    """The label Easy Read of a round is for these pictures too: they stand beside yes, no and I am not sure."""
    return ideas_shown(kind, words)


@hooks.register("easyread_pictures_known")
def pictures_of_the_questions(pages):
    """They come with the questions, and need no query of their own (F2)."""
    return pictures_known(pages)


@hooks.register("easyread_shown_otherwise")
def words_that_stayed(pages):
    """A round on which a question keeps other words than the page has no label: the checkers saw the page's words."""
    return asked_otherwise(pages)


@hooks.register("check_round")
def opposites_stand_behind_their_question(form):
    """A question that asks the opposite of nothing: say so in the form, beside the question."""
    refuse_lonely_opposites(form)


@hooks.register("easyread_problems_of_part")
def hard_to_answer(kind, texts):
    """What makes a question hard to answer, shown while it is written."""
    return problems_of_asking(texts) if kind == "question" else ()


@hooks.register("question_standing")
def what_stands_of_questions(round, user):
    """What an author sees under the questions of a round: warnings, and what can still change."""
    return standing_of_questions(round, user)


@hooks.register("register_admin_viewset")
def screens():
    """The screens about correcting answered questions."""
    return QuestionsViewSet()


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


class CorrectionsPanel(Component):
    """How many new words wait for a second person."""

    name, order, ours = "question_corrections", 9, True
    template_name = "polls/corrections_panel.html"

    def __init__(self, count):
        self.count = count

    def get_context_data(self, parent_context):
        return {"count": self.count, "address": reverse("question_words:list")}


@hooks.register("construct_homepage_panels")
def what_waits_for_a_second_person(request, panels):
    """Put new words that wait for this person on the first screen of those who write pages."""
    if not user_has_any_page_permission(request.user):
        return
    if count := QuestionCorrection.objects.waiting().exclude(asked_by=request.user).count():
        panels.append(CorrectionsPanel(count))
