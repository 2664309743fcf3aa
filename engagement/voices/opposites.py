"""How many people said yes to a question and to its opposite: a note on the questions' quality, for staff alone (Q3).

Many people say yes to please. Where they do, the question is at fault; no answer is ever thrown away because of it.
"""

from itertools import pairwise

from engagement.polls.models import Choice, Question

from .models import AnswerChoice

NOTE = "{both} of {answered} people said yes to “{first}” and to its opposite, “{second}”."
YES = Choice.Meaning.YES


def notes_on_opposites(round):
    """What to know of pairs of opposite questions in a `round` (RoundPage). Yields (question id, sentence).

    Counted are the voices that answered both with yes or no, as they stand now.
    """
    questions = list(Question.objects.filter(round=round, ended_at=None).order_by("sort_order", "pk"))
    for first, second in pairwise(questions):
        if second.opposite and first.kind == second.kind == Question.Kind.YES_NO:
            both, answered = said_yes_to_both(first, second)
            if answered:
                yield second.pk, NOTE.format(both=both, answered=answered, first=first.text, second=second.text)


def said_yes_to_both(first, second):
    """How many voices said yes to both, and how many answered both with yes or no. Returns (int, int)."""
    both = clear(second).filter(answer__voice__in=clear(first).values("answer__voice"))
    yes = clear(first).filter(choice__meaning=YES).values("answer__voice")
    return clear(second).filter(choice__meaning=YES, answer__voice__in=yes).count(), both.count()


def clear(question):
    """The yes and no that single people said to a `question` (Question), as they stand now. A queryset."""
    current = AnswerChoice.objects.filter(answer__in=question.answers.current(), answer__voice__is_group=False)
    return current.filter(choice__meaning__in=[YES, Choice.Meaning.NO])
