"""What a body did, its reply to each theme, and what happens next."""

from .actions import Action, Update
from .agenda import PlanOnAgenda
from .decisions import Decision, Reply
from .summaries import RoundSummary

__all__ = ["Action", "Decision", "PlanOnAgenda", "Reply", "RoundSummary", "Update"]
