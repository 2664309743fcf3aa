"""What the Programme Management Unit does with what people said: read, sort into themes, quote, and publish."""

from .counting import keep_up
from .counting_ideas import keep_idea_counts
from .idea_words import hide_words, lead_to_theme, show_words
from .ideas import add_to_idea, change_idea, make_idea, remove_from_idea, remove_idea
from .looking import look_at
from .publishing import (
    correct_what_we_heard,
    keep_theme_counts,
    publish_what_we_heard,
    take_down_what_we_heard,
    write_what_we_heard,
)
from .quoting import drop_quote, pick_quote
from .reading import forget_words, read_answer
from .showing_ideas import drop_ideas_of, hold_ideas_of, put_apart, put_together, show_idea, take_down_idea
from .telling import (
    correct_theme,
    publish_theme,
    reasons_not_to_publish_theme,
    start_plan,
    take_down_theme,
)
from .theming import add_to_theme, change_theme, make_theme, remove_from_theme, remove_theme

__all__ = [
    "add_to_idea",
    "change_idea",
    "drop_ideas_of",
    "hide_words",
    "hold_ideas_of",
    "lead_to_theme",
    "look_at",
    "make_idea",
    "put_apart",
    "put_together",
    "remove_from_idea",
    "remove_idea",
    "show_idea",
    "show_words",
    "take_down_idea",
    "add_to_theme",
    "change_theme",
    "correct_theme",
    "correct_what_we_heard",
    "drop_quote",
    "forget_words",
    "keep_idea_counts",
    "keep_theme_counts",
    "keep_up",
    "make_theme",
    "pick_quote",
    "publish_theme",
    "publish_what_we_heard",
    "read_answer",
    "reasons_not_to_publish_theme",
    "remove_from_theme",
    "remove_theme",
    "start_plan",
    "take_down_theme",
    "take_down_what_we_heard",
    "write_what_we_heard",
]
