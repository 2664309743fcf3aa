"""The screens of drafts and workshops, and the pages on which people say something about a draft."""

from .drafts import Drafts, EditDraft, PublishDraft

__all__ = ["Drafts", "EditDraft", "PublishDraft"]
