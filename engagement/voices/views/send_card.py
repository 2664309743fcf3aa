"""Sending the card to the person's email or phone. The address is used once and kept nowhere (docs/cards.md)."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError

from ..flows import mail_card, text_card
from ..reaching import EMAIL, PHONE, ways
from .gates import answering

SEND = {EMAIL: mail_card, PHONE: text_card}


@answering
def send_card(visit):
    """Type an email address, or a phone number where texts are set up; the card goes there at once."""
    if not visit.has_card or not ways():
        visit.check_address()
        return visit.go("answer_done")
    if visit.request.method != "POST":
        return show(visit)
    way = visit.request.POST.get("go")
    typed = {name: visit.request.POST.get(name, "") for name in ways()}
    if way not in typed:
        return show(visit, typed=typed)
    network = get_adapter(visit.request).get_client_ip(visit.request)
    try:
        SEND[way](card=visit.voice.card, link=visit.card_link, network=network, **{way: typed[way]})
    except ValidationError as error:
        return show(visit, typed=typed, way=way, error=error.messages[0], status=STATUS.get(error.code, 400))
    return visit.go("answer_done", sent="yes")


STATUS = {"too_many": 429, "not_sent": 503}


def show(visit, typed=(), way="", error="", status=200):
    """The page with what was `typed` (dict), and an `error` (str) beside the `way` it belongs to."""
    typed = dict(typed)
    fields = {name: {"value": typed.get(name, ""), "error": error if name == way else ""} for name in ways()}
    errors = [{"id": way, "text": error}] if error else []
    return visit.show("send_card", status=status, fields=fields, errors=errors, card_href=visit.link("answer_done"))
