"""What is done about decisions: record, confirm, publish, and say what happens next."""

from .acting import add_action, add_update
from .agenda import put_plan_on_agenda
from .publishing import confirm_decision, publish_outcome
from .recording import change_decision, record_decision, record_from_minutes
from .summarising import keep_summary

__all__ = [
    "add_action",
    "add_update",
    "change_decision",
    "confirm_decision",
    "keep_summary",
    "publish_outcome",
    "put_plan_on_agenda",
    "record_decision",
    "record_from_minutes",
]
