"""Easy Read on paper: an A4 PDF that people and machines can read (docs/printing.md)."""

from .drawing import CannotPrint, PrintingIsOff, StillDrawing, draw
from .form_parts import Ask, Box, Copy, HoldUp, Say
from .forms import Form
from .handouts import Letter, Letters, Poster
from .keeping import printed
from .paper import HardWord, Heading, Idea, Notice, Option, Paper, Question, Section
from .streams import sections_of
from .versions import forget

__all__ = [
    "Ask",
    "Box",
    "CannotPrint",
    "Copy",
    "Form",
    "HardWord",
    "Heading",
    "HoldUp",
    "Idea",
    "Letter",
    "Letters",
    "Notice",
    "Option",
    "Paper",
    "Poster",
    "PrintingIsOff",
    "Question",
    "Say",
    "Section",
    "StillDrawing",
    "draw",
    "forget",
    "printed",
    "sections_of",
]
