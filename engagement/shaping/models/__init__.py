"""Drafts of a plan, who helped to make them, and what people said about one sentence or one picture."""

from .comments import Comment
from .drafts import Change, Draft, DraftVersion
from .unsent import UnsentWords
from .workshops import Workshop, WorkshopPhoto, WorkshopPlace
from .writers import Writer

__all__ = [
    "Change",
    "Comment",
    "Draft",
    "DraftVersion",
    "UnsentWords",
    "Workshop",
    "WorkshopPhoto",
    "WorkshopPlace",
    "Writer",
]
