"""What a body did, its reply to each theme, and what happens next."""

from .actions import Action, Update
from .decisions import Decision, Reply

__all__ = ["Action", "Decision", "Reply", "Update"]
