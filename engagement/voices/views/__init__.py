"""The pages of answering, one thing on each (Q1)."""

from .about import about
from .check import check
from .done import done, found
from .question import question
from .send_card import send_card
from .start import start

__all__ = ["about", "check", "done", "found", "question", "send_card", "start"]
