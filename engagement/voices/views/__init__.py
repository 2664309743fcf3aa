"""The pages of answering, one thing on each (Q1)."""

from .about import about
from .all_questions import all_questions
from .asking import ask
from .attaching import attach, file
from .check import check
from .come_back import come_back
from .done import done, found
from .easy import easy
from .give_back import give_back
from .practice import practice
from .question import question
from .send_card import send_card
from .start import start
from .stopping import stop

__all__ = [
    "about",
    "all_questions",
    "ask",
    "attach",
    "check",
    "come_back",
    "done",
    "easy",
    "file",
    "found",
    "give_back",
    "practice",
    "question",
    "send_card",
    "start",
    "stop",
]
