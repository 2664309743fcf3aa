"""Easy Read on paper: an A4 PDF that people and machines can read (docs/printing.md)."""

from .drawing import CannotPrint, PrintingIsOff, StillDrawing, draw
from .keeping import printed
from .paper import HardWord, Heading, Idea, Notice, Option, Paper, Question, Section
from .streams import sections_of
from .versions import forget

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
    "StillDrawing",
    "draw",
    "forget",
    "printed",
    "sections_of",
]
