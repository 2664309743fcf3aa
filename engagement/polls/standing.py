"""What an author should know of the questions of a round: what is hard in them, and what can still change."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from wagtail import hooks

from .blocks_read import as_uuid
from .flows import is_frozen, may_ask
from .models import Question, QuestionCorrection
from .question_rules import notes_on

NOT_ANSWERED = "Nobody has answered this yet. You can change it here."
ANSWERED = "People have answered this. Its words, choices and pictures stay."
VOTED = "People have voted here. It never changes."
WAITS = "New words wait for a second person."
OR_END = "To ask something else, take the question out here and add a new one. What people said is kept."


def standing_of_questions(round, user):
    """The questions of a `round` (RoundPage, as it is written) for `user` (User): a list of dict.

    Each has `text`, `notes` (warnings, list of str), `words` (what can change, list of str), `quality` (what staff
    should know of its answers, list of str), and `href` to ask for new words, or "".
    """
    rows = {row.public_id: row for row in rows_of(round)} if round.pk else {}
    may = bool(round.pk) and may_ask(user, round)
    blocks, quality = list(round.questions), quality_of(round) if rows else {}
    found = []
    for block, notes in zip(blocks, notes_on(blocks), strict=True):
        row = rows.get(as_uuid(block.id))
        known = {"text": block.value["text"], "notes": notes, "quality": quality.get(row and row.pk, [])}
        found.append(known | what_can_change(row, may))
    return found


def quality_of(round):
    """What rooms to the left know of the answers to a round's questions, as their hooks `question_quality` say.

    Returns a dict of question id to list of sentences. For staff alone: no answer is thrown away because of it.
    """
    found = {}
    for give in hooks.get_hooks("question_quality"):
        for key, sentence in give(round):
            found.setdefault(key, []).append(sentence)
    return found


def rows_of(round):
    """The question rows of a `round` (RoundPage), with `was_answered` and `correction_waits` (bool). A queryset."""
    answer = Question._meta.get_field("answers").related_model  # of the room to the left
    answers = answer.objects.filter(question=OuterRef("pk"))
    waiting = QuestionCorrection.objects.waiting().filter(question=OuterRef("pk"))
    rows = Question.objects.filter(round=round).select_related("poll")
    return rows.annotate(was_answered=Exists(answers), correction_waits=Exists(waiting)).order_by("sort_order", "pk")


def what_can_change(row, may):
    """What can change in a question's `row` (Question or None), as dict of `words` and `href`. `may`: bool."""
    if row is None or not row.was_answered:
        return {"words": [NOT_ANSWERED], "href": ""}
    if is_frozen(row):
        return {"words": [VOTED, OR_END], "href": ""}
    if row.correction_waits:
        return {"words": [ANSWERED, WAITS], "href": ""}
    href = reverse("question_words:ask", args=[row.pk]) if may and not row.ended_at else ""
    return {"words": [ANSWERED, OR_END], "href": href}
