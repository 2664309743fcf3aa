"""Check what the group said, send it once, and print the card for the group."""

import re

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError
from django.shortcuts import redirect

from ..flows import give_new_card, send_group
from ..keys import link_token_of, new_secret
from ..permissions import may_give_new_card
from ..said import NOT_SENT
from ..shown_card import card_address, card_parts, opens
from .access import group_page
from .entry import detail_rows
from .forms import SendForm
from .said import said_rows

SECRET = re.compile(r"[\w-]{43}", re.ASCII)
COOKIE, HOUR = "group_card", 3600


def own_or_away(view):
    """A page for the worker whose session it is; a lead goes back to what they may read."""

    @group_page
    def page(group, **kwargs):
        return view(group, **kwargs) if group.is_own else group.go("group_one")

    return page


@own_or_away
def check(group):
    """All that was counted and said. POST sends it; pressing twice is one voice and one card (R2)."""
    if group.request.method == "POST":
        return send(group)
    if group.session.is_sent:
        return group.go("group_one")
    return show(group) if group.may_write else group.show("closed", rows=said_rows(group.session, group.questions))


def send(group):
    """Send, or say kindly why not. Returns HttpResponse."""
    form, given = SendForm(group.request.POST), group.request.POST.get("secret", "")
    secret = given if SECRET.fullmatch(given) else new_secret()
    if not form.is_valid():
        return show(group, form=form, status=400)
    try:
        voice = send_group(
            session=group.session, by=group.request.user, secret=secret, publish=form.cleaned_data["publish"]
        )
    except ValidationError as error:
        if error.code in ("not_open", "gone"):
            return group.show("closed", status=409)
        return show(group, form=form, errors=[{"id": "answers", "text": error.messages[0]}], status=400)
    except OperationalError:  # a full or busy disk: nothing was stored, and the session is as it was (6.1, R3)
        return show(group, form=form, errors=[{"id": "answers", "text": NOT_SENT}], status=503)
    return remember(group, group.go("group_card"), voice.card, link_token_of(secret))


def show(group, form=None, errors=(), status=200):
    """The page with everything, before it is sent. Returns HttpResponse."""
    return group.show(
        "check",
        status=status,
        form=form or SendForm(),
        rows=said_rows(group.session, group.questions, lambda number: group.link("group_question", number)),
        details=detail_rows(group.session, group.link("group_details")),
        secret=new_secret(),
        errors=errors,
    )


def remember(group, response, card, token):
    """Keep the `token` (str) of the card's long link for an hour in this browser alone. Returns the response."""
    if opens(card, token):
        response.set_cookie(
            COOKIE,
            token,
            max_age=HOUR,
            path=group.link("group_card"),
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response


@own_or_away
def card(group):
    """The card that stays with the group. POST puts it away."""
    session = group.session
    if not session.is_sent or session.voice.taken_back_at:
        return group.go("group_one")
    if group.request.method == "POST":
        response = redirect("group")
        response.delete_cookie(COOKIE, path=group.link("group_card"), samesite="Lax")
        return response
    token = group.request.COOKIES.get(COOKIE, "")
    if not opens(session.voice.card, token):
        return group.show("card_gone", new_card_href=group.link("group_new_card"))
    link = group.request.build_absolute_uri(card_address(token))
    return group.show("card", card=card_parts(session.voice.card, link))


@own_or_away
def new_card(group):
    """Ask first: a new card makes the old link stop. POST makes it."""
    voice = group.session.voice if group.session.is_sent else None
    if voice is None or voice.taken_back_at or not may_give_new_card(group.request.user, voice):
        return group.go("group_one")
    if group.request.method != "POST":
        return group.show("new_card")
    try:
        token = give_new_card(voice=voice, by=group.request.user)
    except (PermissionDenied, ValidationError):
        return group.go("group_one")
    voice.card.refresh_from_db()
    return remember(group, group.go("group_card"), voice.card, token)
