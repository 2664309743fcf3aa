"""The pages of answering, one thing on each (Q1)."""

from .about import about
from .attaching import attach, file
from .check import check
from .done import done, found
from .give_back import give_back
from .question import question
from .send_card import send_card
from .start import start

__all__ = ["about", "attach", "check", "done", "file", "found", "give_back", "question", "send_card", "start"]
