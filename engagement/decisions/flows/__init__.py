"""What is done about decisions: record, confirm, publish, and say what happens next."""

from .acting import add_action, add_update
from .agenda import put_plan_on_agenda
from .feeling import forget_felt, read_felt, say_if_it_felt_true
from .owing import answer_debt, confirm_debt_answer, send_theme
from .publishing import confirm_decision, publish_outcome
from .recording import change_decision, record_decision, record_from_minutes
from .summarising import keep_summary

__all__ = [
    "add_action",
    "add_update",
    "answer_debt",
    "change_decision",
    "confirm_debt_answer",
    "confirm_decision",
    "forget_felt",
    "keep_summary",
    "publish_outcome",
    "put_plan_on_agenda",
    "read_felt",
    "record_decision",
    "record_from_minutes",
    "say_if_it_felt_true",
    "send_theme",
]
