"""The person's card, to print: only right after sending, or after making a new one."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect

from ..flows import give_new_card
from ..permissions import may_give_new_card
from ..shown_card import card_address, card_parts, opens
from .access import sent_visit

COOKIE = "support_card"
HOUR = 3600


def remember(visit, response, card, token):
    """Keep the `token` (str) of a card's long link for an hour in this browser alone. Returns the response.

    A token that does not open the `card` (Card) is not kept: it was sent from another page before.
    """
    if opens(card, token):
        response.set_cookie(
            COOKIE,
            token,
            max_age=HOUR,
            path=visit.link("support_card", standard=False),
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response


def forget(visit, response):
    """Take the card's link away from this browser. Returns the response."""
    response.delete_cookie(COOKIE, path=visit.link("support_card", standard=False), samesite="Lax")
    return response


@sent_visit
def card(visit):
    """The card of the person. POST puts it away, and may lead on to the next person in the same room."""
    if visit.request.method == "POST":
        is_next = visit.request.POST.get("go") == "next" and visit.round.is_open
        return forget(visit, redirect("support_before", visit.round.pk) if is_next else redirect("support"))
    voice, token = visit.support.voice, visit.request.COOKIES.get(COOKIE, "")
    if voice.taken_back_at:
        return visit.go("support_one")
    if not opens(voice.card, token):
        return visit.show("card_gone", new_card_href=visit.link("support_new_card"))
    link = visit.request.build_absolute_uri(card_address(token))
    return visit.show("card", card=card_parts(voice.card, link), may_go_on=visit.round.is_open)


@sent_visit
def new_card(visit):
    """Ask first: a new card makes the old link stop. POST makes it."""
    voice = visit.support.voice
    if voice.taken_back_at or not may_give_new_card(visit.request.user, voice):
        return visit.go("support_one")  # which says why
    if visit.request.method != "POST":
        return visit.show("new_card")
    try:
        token = give_new_card(voice=voice, by=visit.request.user)
    except (PermissionDenied, ValidationError):
        return visit.go("support_one")
    voice.card.refresh_from_db()
    return remember(visit, visit.go("support_card"), voice.card, token)
