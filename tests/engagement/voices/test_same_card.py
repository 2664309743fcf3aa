"""The same token always gives the same card: 16 at once, Back, a double tap, a lost answer, another device (R2)."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client

from engagement.voices import flows
from engagement.voices.keys import key_of
from engagement.voices.models import Card, Voice, VoiceDraft, Vote
from tests.engagement.voices.conftest import answer

SECRET = "a-secret-of-this-test-0123456789-0123456789"


@pytest.fixture
def address(open_round):
    """The pages of answering of a round in which SECRET has answered everything."""
    draft, _ = flows.start_draft(round=open_round, secret=SECRET)
    for question in open_round.question_rows.asked().ready_to_show():
        answer(draft, question)
    return f"{open_round.address}answer/"


def device():
    """A browser that holds the secret."""
    client = Client()
    client.cookies["answering"] = SECRET
    return client


def card_on(client, address):
    """The code and the link on the card's page, as a browser shows them."""
    page = client.get(f"{address}done/").content.decode()
    return re.search(r"\d{4} \d{4}", page)[0], re.search(r"/my-voice/[\w-]{43}/", page)[0]


def at_once(tasks):
    """Run functions at once, each in its thread with its own connection. Raises what one of them raised."""
    failed = []

    def run(task):
        try:
            task()
        except Exception as error:  # noqa: BLE001  whatever it is, the test must see it
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    [thread.start() for thread in threads]
    [thread.join(60) for thread in threads]
    assert not failed and not any(thread.is_alive() for thread in threads), failed


@pytest.mark.django_db(transaction=True)
def test_16_presses_at_once_show_one_card(address):
    seen = []

    def press():
        client = device()
        assert client.post(f"{address}check/", {"go": "send"}).url == f"{address}done/"
        seen.append(card_on(client, address))

    at_once([press] * 16)
    assert len(seen) == 16 and len(set(seen)) == 1
    assert Voice.objects.count() == Vote.objects.count() == Card.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_16_starts_with_one_token_are_one_draft(open_round):
    """Made when the form is shown: the same token begins one draft, however often it is pressed."""
    at_once([lambda: flows.start_draft(round=open_round, secret=SECRET)] * 16)
    assert VoiceDraft.objects.filter(key=key_of(SECRET)).count() == VoiceDraft.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_saving_and_sending_at_once_loses_no_answer(address, open_round):
    """Two tabs: whichever comes first, the voice is whole, and the late one is told."""
    words = {"go": "next", "words": "I want more time."}
    at_once([lambda: device().post(f"{address}5/", words), lambda: device().post(f"{address}check/")] * 4)
    voice = Voice.objects.get()
    assert voice.answers.count() == 5 and voice.votes.count() == 1 and not VoiceDraft.objects.exists()


@pytest.mark.django_db
def test_back_double_tap_and_a_lost_answer(address):
    client = device()
    client.post(f"{address}check/")  # its answer is lost: the person never saw the card
    first = card_on(device(), address)  # and opens the page again
    for _ in range(2):
        assert client.post(f"{address}check/").url == f"{address}done/"  # Back, and Send once more
        assert card_on(client, address) == first
    assert client.post(f"{address}3/", {"go": "next"}).url == f"{address}done/"  # an old tab leads to the card
    assert Voice.objects.count() == 1


@pytest.mark.django_db
def test_the_card_does_not_depend_on_the_process(address, settings):
    """After a restart, also with another SECRET_KEY: the card comes from the person's token and from rows alone."""
    device().post(f"{address}check/")
    first = card_on(device(), address)
    connection.close() if not connection.in_atomic_block else None
    settings.SECRET_KEY = "another-secret-of-the-site-0123456789-0123456789-0123"
    assert card_on(device(), address) == first
