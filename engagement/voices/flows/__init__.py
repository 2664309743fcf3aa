"""All that changes what was said: one function for each thing a person does (docs/answering.md).

Keyword-only. Each checks whether it may, writes in one transaction, and refuses with a kind ValidationError.
"""

from .attached_sent import give_attachment
from .attaching import attach, clear_lost_files, detach
from .beginning import begin_voice
from .calling import ask_for_call, call_done, clear_old_calls, give_call
from .changing import add_words, change_answer
from .closing import count_late, forget_counts, keep_counts
from .coming_back import clear_old_ways_back, stop_for_now
from .consenting import give_consent, withdraw_consent
from .correcting import correct_answer, withdraw_for_person
from .drafting import clear_answer, clear_device, clear_draft, clear_old_drafts, save_about, save_answer, start_draft
from .drafting_all import CLEARED, save_answers
from .ease import name_hard_parts, say_ease
from .erasing import empty_log
from .giving import Said, give_voice
from .grouping import clear_group, save_group_details, start_group
from .handing import tap_hand
from .handing_over import finish_alone, hand_over, take_back_by_number, take_back_signed_in
from .mailing_card import mail_card, text_card
from .new_card import give_new_card
from .paper_checking import check_form, choose_share, settle_check
from .paper_printing import print_copies, public_form
from .paper_scanning import add_scan, remove_old_scans, remove_scan
from .paper_typing import keep_typed, number_form, type_in
from .recording import record_voices
from .removing import remove_attachment
from .safeguarding import close_concern, forget_old_concerns, note_what_was_done, open_concern
from .sending import send_voice
from .sending_group import Stated, give_group, send_group
from .sending_visit import send_visit
from .stating import add_statement, remove_statement
from .taking_back import forget_about_you, take_back
from .targets import count_all_so_far, count_so_far, remove_target, set_target
from .telling import tell_news
from .visiting import (
    clear_visit,
    clear_visit_answer,
    save_agreements,
    save_how,
    save_more,
    save_person,
    save_visit_answer,
    save_whose,
    start_visit,
)
from .worry_words import add_worry_word, remove_worry_word
from .worrying import raise_concern

__all__ = [
    "CLEARED",
    "Said",
    "Stated",
    "add_scan",
    "add_statement",
    "add_words",
    "add_worry_word",
    "ask_for_call",
    "attach",
    "begin_voice",
    "call_done",
    "change_answer",
    "check_form",
    "choose_share",
    "clear_answer",
    "clear_device",
    "clear_draft",
    "clear_group",
    "clear_lost_files",
    "clear_old_calls",
    "clear_old_drafts",
    "clear_old_ways_back",
    "clear_visit_answer",
    "clear_visit",
    "close_concern",
    "correct_answer",
    "count_all_so_far",
    "count_late",
    "count_so_far",
    "detach",
    "empty_log",
    "finish_alone",
    "forget_about_you",
    "forget_counts",
    "forget_old_concerns",
    "give_attachment",
    "give_call",
    "give_consent",
    "give_group",
    "give_new_card",
    "give_voice",
    "hand_over",
    "keep_counts",
    "keep_typed",
    "mail_card",
    "name_hard_parts",
    "note_what_was_done",
    "number_form",
    "open_concern",
    "print_copies",
    "public_form",
    "raise_concern",
    "record_voices",
    "remove_attachment",
    "remove_old_scans",
    "remove_scan",
    "remove_statement",
    "remove_target",
    "remove_worry_word",
    "save_about",
    "save_agreements",
    "save_answer",
    "save_answers",
    "save_group_details",
    "save_how",
    "save_more",
    "save_person",
    "save_visit_answer",
    "save_whose",
    "say_ease",
    "send_group",
    "send_visit",
    "send_voice",
    "set_target",
    "settle_check",
    "start_draft",
    "start_group",
    "start_visit",
    "take_back",
    "take_back_by_number",
    "take_back_signed_in",
    "stop_for_now",
    "tap_hand",
    "tell_news",
    "text_card",
    "type_in",
    "withdraw_consent",
    "withdraw_for_person",
]
