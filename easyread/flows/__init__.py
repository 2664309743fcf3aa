"""What people do about Easy Read pages: send them to the checkers, check them, put them right, take them down."""

from .bringing import bring_in
from .checks import (
    IS_DONE,
    NEEDS_VERDICT,
    NEEDS_WORDS,
    NOT_A_CHECKER,
    NOT_ALL,
    NOT_YOUR_PART,
    OWN_WORK,
    ask_again,
    check_may_check,
    finish_check,
    hide_every_name,
    hide_name,
    say_of_part,
    send_to_checkers,
    take_sound_back,
)
from .covering import say_covered, take_covering_back
from .examples import make_up_check
from .let_go import let_go, look_again
from .pages import (
    IS_LIVE,
    IS_NOT_LIVE,
    IS_OLD,
    NEEDS_REASON,
    NOT_YOURS,
    correct_page,
    publish_loaded,
    take_down_page,
)
from .remarks import NEEDS_ANSWER, answer_remark, clear_lost_check_sounds, may_answer
from .sittings import note_work, put_time_right

__all__ = [
    "IS_DONE",
    "IS_LIVE",
    "IS_NOT_LIVE",
    "IS_OLD",
    "NEEDS_ANSWER",
    "NEEDS_REASON",
    "NEEDS_VERDICT",
    "NEEDS_WORDS",
    "NOT_ALL",
    "NOT_A_CHECKER",
    "NOT_YOURS",
    "NOT_YOUR_PART",
    "OWN_WORK",
    "answer_remark",
    "ask_again",
    "bring_in",
    "check_may_check",
    "clear_lost_check_sounds",
    "correct_page",
    "finish_check",
    "hide_every_name",
    "hide_name",
    "let_go",
    "look_again",
    "make_up_check",
    "may_answer",
    "note_work",
    "publish_loaded",
    "put_time_right",
    "say_covered",
    "say_of_part",
    "send_to_checkers",
    "take_covering_back",
    "take_down_page",
    "take_sound_back",
]
