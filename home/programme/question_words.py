"""New words that wait for a second person, for one answered question of an example round: made up."""

from engagement.polls.flows import ask_correction, is_frozen
from engagement.polls.models import Question, QuestionCorrection
from engagement.polls.wordings import wording_of_row
from engagement.proposals.models import RoundPage

BEFORE = "Please do not write names of people."
NOW = "Please do not write the name of anybody."
WHY = "Example. This did not happen. The new words say the same."


def load_question_words(*, users):
    """Let the example PMU ask for new words, once. `users`: first part of the address → User."""
    asker = users.get("pmu")
    rows = Question.objects.asked().filter(answers__voice__is_example=True, help=BEFORE)
    if asker is None or QuestionCorrection.objects.exists():
        return
    for question in rows.select_related("poll").order_by("round", "pk").distinct():
        page = RoundPage.objects.get(pk=question.round_id)
        if page.is_open and page.is_example and not is_frozen(question):
            later = wording_of_row(question) | {"help": NOW}
            ask_correction(question=question, by=asker, later=later, why=WHY)
            return
