"""All that changes what was said: one function for each thing a person does (docs/answering.md).

Keyword-only. Each checks whether it may, writes in one transaction, and refuses with a kind ValidationError.
"""

from .changing import add_words, change_answer
from .closing import count_late, forget_counts, keep_counts
from .consenting import give_consent, withdraw_consent
from .correcting import correct_answer, withdraw_for_person
from .drafting import clear_draft, clear_old_drafts, save_about, save_answer, start_draft
from .erasing import empty_log
from .giving import Said, give_voice
from .mailing_card import mail_card, text_card
from .new_card import give_new_card
from .recording import record_voices
from .sending import send_voice
from .sending_visit import send_visit
from .taking_back import forget_about_you, take_back
from .visiting import (
    clear_visit,
    save_agreements,
    save_how,
    save_more,
    save_person,
    save_visit_answer,
    save_whose,
    start_visit,
)

__all__ = [
    "Said",
    "add_words",
    "change_answer",
    "clear_draft",
    "clear_old_drafts",
    "clear_visit",
    "correct_answer",
    "count_late",
    "empty_log",
    "forget_about_you",
    "forget_counts",
    "give_consent",
    "give_new_card",
    "give_voice",
    "keep_counts",
    "mail_card",
    "record_voices",
    "save_about",
    "save_agreements",
    "save_answer",
    "save_how",
    "save_more",
    "save_person",
    "save_visit_answer",
    "save_whose",
    "send_visit",
    "send_voice",
    "start_draft",
    "start_visit",
    "take_back",
    "text_card",
    "withdraw_consent",
    "withdraw_for_person",
]
