"""The pages of answering, one thing on each (Q1)."""

from .about import about
from .check import check
from .done import done
from .question import question
from .start import start

__all__ = ["about", "check", "done", "question", "start"]
