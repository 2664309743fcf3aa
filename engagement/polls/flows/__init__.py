"""Writing questions and polls: in step with what was published, frozen at a first vote, corrected by two people."""

from .correcting import agree_correction, ask_correction, may_ask, may_settle, refuse_correction, take_correction_back
from .syncing import freeze, is_frozen, sync_questions

__all__ = [
    "agree_correction",
    "ask_correction",
    "freeze",
    "is_frozen",
    "may_ask",
    "may_settle",
    "refuse_correction",
    "sync_questions",
    "take_correction_back",
]
