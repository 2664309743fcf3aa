"""What the Programme Management Unit does with what people said: read, sort into themes, quote, and publish."""

from .publishing import (
    correct_what_we_heard,
    keep_theme_counts,
    publish_what_we_heard,
    take_down_what_we_heard,
    write_what_we_heard,
)
from .quoting import drop_quote, pick_quote
from .reading import forget_words, read_answer
from .theming import add_to_theme, change_theme, make_theme, remove_from_theme, remove_theme

__all__ = [
    "add_to_theme",
    "change_theme",
    "correct_what_we_heard",
    "drop_quote",
    "forget_words",
    "keep_theme_counts",
    "make_theme",
    "pick_quote",
    "publish_what_we_heard",
    "read_answer",
    "remove_from_theme",
    "remove_theme",
    "take_down_what_we_heard",
    "write_what_we_heard",
]
