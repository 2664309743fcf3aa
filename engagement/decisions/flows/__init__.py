"""What is done about decisions: record, confirm, publish, and say what happens next."""

from .acting import add_action, add_update
from .publishing import confirm_decision, publish_outcome
from .recording import change_decision, record_decision, record_from_minutes

__all__ = [
    "add_action",
    "add_update",
    "change_decision",
    "confirm_decision",
    "publish_outcome",
    "record_decision",
    "record_from_minutes",
]
