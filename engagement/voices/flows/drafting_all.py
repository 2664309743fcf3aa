"""All answers of one page at once: each that is right is stored, and each that is not is told."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ..given import Given
from ..permissions import check_may_answer
from ..said import ENDED
from .drafting import row_of, write_rows

CLEARED = "cleared"  # said of an answer that was emptied: the person has not answered, and has not skipped


@transaction.atomic
def save_answers(*, draft, said, now=None):
    """Store what one person said on the page of all questions, in a few queries however many there are (F2).

    `draft`: VoiceDraft. `said`: list of (Question, state, dict), each as `save_answer` takes it; with the state CLEARED
    the answer goes (Q5). Returns a dict of question id to ValidationError: those that were refused; all others are
    stored. Raises ValidationError when the
    round is closed, or when the answers were sent or cleared meanwhile.
    """
    check_may_answer(draft.round, now or timezone.now(), draft)
    attached = set(draft.attachments.filter(trouble="").values_list("question", flat=True)) if said else set()
    rows, refused = [], {}
    cleared = [question.pk for question, state, _ in said if state == CLEARED]
    for question, state, answer in said:
        if state == CLEARED:
            continue
        try:
            rows.append(checked_row(draft, question, state, answer, question.pk in attached))
        except ValidationError as error:
            refused[question.pk] = error
    write_rows(draft, rows)
    if cleared:
        draft.answers.filter(question__in=cleared).delete()
    return refused


def checked_row(draft, question, state, answer, attached):
    """The DraftAnswer of one answer. Raises ValidationError when it cannot be one."""
    if question.pk not in draft.question_ids or question.ended_at:
        raise ValidationError(ENDED, code="ended")
    given = Given.of(question, state=state, **answer)
    return row_of(draft, question, given.checked_state(question, state, attached=attached), given)
