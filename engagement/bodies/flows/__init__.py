"""What is done about meetings of a body: planned, prepared, and opened to those who have a place."""

from .agenda import remove_item, write_item
from .answering import answer_question, read_question
from .asking import ask, take_back_question
from .meetings import (
    announce_meeting,
    call_off_meeting,
    change_meeting,
    find_or_add_meeting,
    may_add_meeting,
    plan_meeting,
)
from .papers import remove_paper, send_paper, write_paper
from .places import end_place, give_place, show_name
from .saying import ask_by_voice, clear_lost_sounds
from .supporters import add_supporter, remove_supporter

__all__ = [
    "add_supporter",
    "announce_meeting",
    "answer_question",
    "ask",
    "ask_by_voice",
    "call_off_meeting",
    "change_meeting",
    "clear_lost_sounds",
    "end_place",
    "find_or_add_meeting",
    "give_place",
    "may_add_meeting",
    "plan_meeting",
    "read_question",
    "remove_item",
    "remove_paper",
    "remove_supporter",
    "send_paper",
    "show_name",
    "take_back_question",
    "write_item",
    "write_paper",
]
