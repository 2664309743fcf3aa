"""What is asked: questions, their choices, and votes, as rows."""

from .corrections import QuestionCorrection
from .polls import Poll
from .questions import DIGITS, MOST_PICKS, MOST_THINGS, PLACES, Choice, Question, QuestionQuerySet

__all__ = [
    "DIGITS",
    "MOST_PICKS",
    "MOST_THINGS",
    "PLACES",
    "Choice",
    "Poll",
    "Question",
    "QuestionCorrection",
    "QuestionQuerySet",
]
