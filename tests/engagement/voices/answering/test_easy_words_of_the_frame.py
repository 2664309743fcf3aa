"""Every new page of answering passes our own Easy Read check, and Help too (W1 to S10)."""

import pytest
from django.test import Client

from easyread.rules import ERROR, check
from engagement.voices.flows.calling import WHEN
from engagement.voices.flows.ease import NOT_ONE
from engagement.voices.said import TOO_FAST
from tests.engagement.voices.test_easy_words import errors_of

from .conftest import give, sent
from .test_stopping import card_link

pytestmark = pytest.mark.django_db


def test_every_page(started, address, open_round):
    pages = [
        Client().get(address),
        started.get(address),
        started.get(f"{address}practice/"),
        started.get(f"{address}stop/"),
    ]
    give(started, address, 1)
    started.post(f"{address}2/", {"go": "stop"})
    link = card_link(started, address)
    pages += [
        started.get(f"{address}stop/"),
        started.get(f"{address}all/"),
        Client().get(link),
        Client().get(f"{address}ask/"),
    ]
    pages += [started.get(f"{address}?left=yes"), started.get(f"{address}?cleared=yes"), Client().get("/come-back/x/")]
    sent(started, address)
    pages += [
        Client().get(link),
        started.get(f"{address}done/"),
        started.post(f"{address}easy/", {"go": "hard"}, follow=True),
    ]
    pages += [started.post(f"{address}easy/", {"part": "about"}, follow=True)]
    assert not [error for page in pages for error in errors_of(page.content.decode())]


def test_help_and_refusals(started, address):
    items = started.get(f"{address}1/").context["help_items"] + started.get(f"{address}all/").context["help_items"]
    items += started.get(f"{address}1/?words=standard").context["help_items"]
    sentences = [item["text"] for item in items] + [WHEN, NOT_ONE, TOO_FAST]
    assert not [(p.message, s) for s in sentences for p in check(s) if p.level == ERROR]
