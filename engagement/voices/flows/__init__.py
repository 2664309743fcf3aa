"""All that changes what was said: one function for each thing a person does (docs/answering.md).

Keyword-only. Each checks whether it may, writes in one transaction, and refuses with a kind ValidationError.
"""

from .changing import add_words, change_answer
from .consenting import give_consent, withdraw_consent
from .drafting import clear_draft, clear_old_drafts, save_about, save_answer, start_draft
from .giving import Said, give_voice
from .recording import record_voices
from .sending import send_voice
from .taking_back import take_back

__all__ = [
    "Said",
    "add_words",
    "change_answer",
    "clear_draft",
    "clear_old_drafts",
    "give_consent",
    "give_voice",
    "record_voices",
    "save_about",
    "save_answer",
    "send_voice",
    "start_draft",
    "take_back",
    "withdraw_consent",
]
