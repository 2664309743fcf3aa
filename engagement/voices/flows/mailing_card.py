"""Sending a card to the person, at once. Where it goes is never stored and never logged (S8, docs/cards.md)."""

import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from engagement.people.texts import send_text

from ..keys import shown_code
from ..limits import count_card
from ..reaching import read_email, read_phone
from ..shown_card import name_of

SUBJECT = "Your card"  # says nothing of the plan: other people may see the list of mails
NOT_SENT = "We could not send your card now. Please print it or take a photo of it."

logger = logging.getLogger(__name__)


def mail_card(*, card, link, email, network):
    """Send a `card` (Card) with its whole long `link` (str) to an `email` address as it was typed (str).

    `network`: the address that asks (str), counted against too many. Raises ValidationError; nothing is sent then.
    """
    email = read_email(email)
    count_card(network, card)
    message = EmailMessage(SUBJECT, words_of(card, link), to=[email], headers={"Auto-Submitted": "auto-generated"})
    try_to(message.send)


def text_card(*, card, link, phone, network):
    """Send a `card` (Card) with its whole long `link` (str) by text to a `phone` as it was typed (str). As above."""
    phone = read_phone(phone)
    count_card(network, card)
    words = f"Your code is {shown_code(card.code)}. Anyone with your own link can see your words. Your own link: {link}"
    try_to(lambda: send_text(phone=phone, words=words))


def words_of(card, link):
    """The words of the email (str)."""
    context = {
        "code": shown_code(card.code),
        "pictures": [name_of(idea) for idea in card.pictures],
        "link": link,
        "page": card.voice.round,
        "site_name": settings.SITE_NAME,
    }
    return render_to_string("voices/email/card.txt", context)


def try_to(send):
    """Call `send`. Whatever goes wrong is told kindly, and logged without its words: they may hold the address."""
    try:
        send()
    except Exception as error:  # the site's own function for texts may raise anything
        logger.error("A card could not be sent: %s", type(error).__name__)
        raise ValidationError(NOT_SENT, code="not_sent") from None
