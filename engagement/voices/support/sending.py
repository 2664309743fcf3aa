"""Check what was written down, and send it once."""

import re

from django.core.exceptions import ValidationError
from django.db import OperationalError

from .. import supporting
from ..flows import send_visit
from ..keys import link_token_of, new_secret
from ..said import NOT_SENT
from . import summaries
from .access import own_visit
from .card import remember

SECRET = re.compile(r"[\w-]{43}", re.ASCII)


@own_visit
def check(visit):
    """All that was written down. POST sends it; pressing twice is one voice and one card (R2)."""
    if visit.request.method == "POST":
        return send(visit)
    if visit.support.is_sent:
        return visit.go("support_one")
    if visit.over:
        return visit.go("support_hand_over")
    return show(visit) if visit.is_open else visit.show("closed")


def send(visit):
    """Send, or say kindly why not. Returns HttpResponse.

    What the card's link is made from was put into the page when it was shown, so that both of two presses give the
    same card. It is stored nowhere but in the worker's browser, for one hour.
    """
    given = visit.request.POST.get("secret", "")
    secret = given if SECRET.fullmatch(given) else new_secret()
    try:
        voice = send_visit(support=visit.support, by=visit.request.user, secret=secret)
    except ValidationError as error:
        return not_sent(visit, error)
    except OperationalError:  # a full or busy disk: nothing was stored, and the visit is as it was (6.1, R3)
        return show(visit, errors=[{"id": "answers", "text": NOT_SENT}], status=503)
    return remember(visit, visit.go("support_card"), voice.card, link_token_of(secret))


def not_sent(visit, error):
    """The page when sending was refused. Returns HttpResponse."""
    first = error.error_list[0]
    if first.code == "over":
        return visit.go("support_hand_over")
    if first.code in ("not_open", "gone"):
        return visit.show("closed", status=409)
    return show(visit, errors=[{"id": place_of(one), "text": one.messages[0]} for one in error.error_list])


def place_of(error):
    """To which part of the page the sentence of an `error` (ValidationError) leads. Returns an id (str)."""
    return "how" if error.code in ("whose", "more", "how") else "answers"


def show(visit, errors=(), status=200):
    """The page with everything, before it is sent. Returns HttpResponse."""
    return visit.show(
        "check",
        status=status,
        rows=summaries.drafted_rows(visit),
        how_rows=summaries.how_rows(visit),
        person_rows=summaries.person_rows(visit),
        agreement_rows=summaries.agreement_rows(visit),
        still=[sentence for _, _, sentence in supporting.missing(visit.support)],
        secret=new_secret(),
        errors=errors,
        easy_href=visit.link("support_check", standard=False),
        standard_href=visit.link("support_check", standard=True),
    )
