"""What a body did, its reply to each theme, what it owes to those who told us something, and what happens next."""

from .actions import Action, Update
from .agenda import PlanOnAgenda
from .debts import Debt, DebtAnswer
from .decisions import Decision, Reply
from .felt import FeltTrue
from .summaries import RoundSummary

__all__ = ["Action", "Debt", "DebtAnswer", "Decision", "FeltTrue", "PlanOnAgenda", "Reply", "RoundSummary", "Update"]
