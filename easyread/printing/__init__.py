"""Easy Read on paper: an A4 PDF that people and machines can read (docs/printing.md)."""

from .drawing import CannotPrint, PrintingIsOff, draw
from .keeping import forget, printed
from .paper import HardWord, Heading, Idea, Notice, Option, Paper, Question, Section
from .streams import sections_of

__all__ = [
    "CannotPrint",
    "HardWord",
    "Heading",
    "Idea",
    "Notice",
    "Option",
    "Paper",
    "PrintingIsOff",
    "Question",
    "Section",
    "draw",
    "forget",
    "printed",
    "sections_of",
]
