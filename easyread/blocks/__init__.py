"""The parts an Easy Read page is made of, and those of a standard version (docs/blocks.md lists them)."""

from .facts import Counts, Dates, Money, Quote, WhoToAsk
from .films import Video
from .ideas import HardWord, Option, Options, PictureAndWords, Steps
from .streams import CleanRichTextBlock, EasyReadBlocks, StandardBlocks
from .values import ONE_A_LINE, SentencesValue, lines

__all__ = [
    "ONE_A_LINE",
    "CleanRichTextBlock",
    "Counts",
    "Dates",
    "EasyReadBlocks",
    "HardWord",
    "Money",
    "Option",
    "Options",
    "PictureAndWords",
    "Quote",
    "SentencesValue",
    "StandardBlocks",
    "Steps",
    "Video",
    "WhoToAsk",
    "lines",
]
