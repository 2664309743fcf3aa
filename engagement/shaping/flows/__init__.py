"""All that changes drafts and what was said about them: one function for each thing somebody does.

Keyword-only. Each checks the right, writes in one transaction, and refuses with a kind ValidationError.
"""

from .answering import answer_comments
from .commenting import forget_comments, hold_comments, read_comments, say_about, worry_about
from .photos import end_old_photos, end_photo
from .publishing import publish_draft, record_draft
from .unsent import clear_old_words, forget_unsent, keep_words
from .versions import keep_version
from .workshops import read_notes
from .writers import add_writer, take_back_writer

__all__ = [
    "add_writer",
    "answer_comments",
    "clear_old_words",
    "end_old_photos",
    "end_photo",
    "forget_comments",
    "forget_unsent",
    "hold_comments",
    "keep_version",
    "keep_words",
    "publish_draft",
    "read_comments",
    "read_notes",
    "record_draft",
    "say_about",
    "take_back_writer",
    "worry_about",
]
