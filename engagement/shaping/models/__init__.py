"""Drafts of a plan, who helped to make them, and what people said about one sentence or one picture."""

from .comments import Comment
from .drafts import Change, Draft, DraftVersion
from .workshops import Workshop, WorkshopPhoto, WorkshopPlace
from .writers import Writer

__all__ = ["Change", "Comment", "Draft", "DraftVersion", "Workshop", "WorkshopPhoto", "WorkshopPlace", "Writer"]
