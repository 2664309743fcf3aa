"""The start of answering: what it says, what it keeps, when nobody can start, and machines."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from engagement.voices.models import Knock, VoiceDraft
from tests import factories
from tests.engagement.voices.conftest import close
from tests.engagement.voices.on_pages import give

pytestmark = pytest.mark.django_db


def test_the_start_says_all_before_anything_is_asked_q11(client, open_round, address):
    words = " ".join(re.sub(r"<[^>]+>", " ", client.get(address).content.decode()).split())
    for said in ("There are 5 questions.", "It takes about 10 minutes.", "You can stop at any time.",
                 "We ask what you think", "will decide.", "we may have to tell someone"):  # fmt: skip
        assert said in words
    assert words.index("we may have to tell someone") < words.index("Start", words.index("Answer the questions"))


def test_who_to_ask_stands_before_the_start_q14(home_page, client):
    plan = factories.make_proposal(contact_name="The programme team", contact_phone="03000 41 41 41")
    page = client.get(f"{factories.make_round(proposal=plan).address}answer/").content.decode()
    assert page.index("tel:0300041") < page.index('value="start"')


def test_looking_at_the_start_keeps_nothing(client, address):
    response = client.get(address)
    assert "answering" not in response.cookies and not VoiceDraft.objects.exists()
    assert "no-store" in response["Cache-Control"]


def test_one_cookie_that_only_these_pages_get(client, address):
    cookie = client.post(address, {"go": "start"}).cookies["answering"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (address, True, "Lax")
    assert cookie["max-age"] == settings.DAYS_TO_COME_BACK * 24 * 3600
    assert VoiceDraft.objects.get().key != cookie.value


def test_start_twice_goes_on_with_the_same_answers(started, address):
    give(started, address, 1)
    assert started.post(address, {"go": "on"}).url == f"{address}2/"
    assert VoiceDraft.objects.count() == 1


@pytest.mark.parametrize(
    "opens, closes, words", [(3, 9, "You cannot answer yet"), (-9, -3, "You cannot answer any more")]
)
def test_not_open_and_closed_have_plain_pages(home_page, client, opens, closes, words):
    address = f"{factories.make_round(opens=opens, closes=closes).address}answer/"
    assert words in client.get(address).content.decode()
    assert words in client.post(address, {"go": "start"}).content.decode()
    assert not VoiceDraft.objects.exists()


def test_closing_in_the_middle(started, address, open_round):
    give(started, address, 1)
    close(open_round)
    assert give(started, address, 2).url == f"{address}3/"
    VoiceDraft.objects.update(saved_at=timezone.now() - timezone.timedelta(days=1))
    response = started.post(f"{address}5/", {"go": "next", "words": "Too late, dear"})
    page = response.content.decode()
    assert "You cannot answer any more" in page and "Too late, dear" in page
    assert "You cannot answer any more" in started.post(f"{address}check/").content.decode()


def test_unknown_addresses(client, started, address, open_round):
    for wrong in ("/have-your-say/no/no/answer/", "/tell-us/answer/", f"{address}9/", f"{address}0/"):
        assert client.get(wrong).status_code == 404
    assert client.post("/have-your-say/no/no/answer/check/").status_code == 404
    type(open_round).objects.filter(pk=open_round.pk).update(live=False)
    assert Client().get(address).status_code == 404


def test_tell_us_has_the_same_pages(home_page, client):
    import json

    from engagement.proposals.models import RoundPage

    page = RoundPage(
        title="Tell us something", slug="tell-us", kind="tell_us", promise="ask", opens_on=factories.today(-1),
        questions=json.dumps([factories.question_block("words", "What do you want to tell us?")]),
    )  # fmt: skip
    page.live = False
    home_page.add_child(instance=page)
    factories.make_live(page)
    assert client.get("/tell-us/answer/").status_code == 200
    client.post("/tell-us/answer/", {"go": "start"})
    client.post("/tell-us/answer/1/", {"go": "next", "words": "Buses"})
    client.post("/tell-us/answer/check/")
    assert client.get("/tell-us/answer/done/").status_code == 200


def test_a_machine_that_fills_the_hidden_box_gets_nothing(client, address):
    response = client.post(address, {"go": "start", "website": "http://x"})
    assert response.status_code == 400 and "press the button again" in response.content.decode()
    assert not VoiceDraft.objects.exists()


def test_30_people_on_one_address_pass_and_ten_times_are_told_kindly_s6(open_round, address):
    for _ in range(30):
        assert Client().post(address, {"go": "start"}).status_code == 302
    assert Knock.objects.get().count == 30 and "127.0.0.1" not in str(Knock.objects.values())
    statuses = [Client().post(address, {"go": "start"}).status_code for _ in range(100)]
    assert statuses.count(429) == 10
    assert "wait a little" in Client().post(address, {"go": "start"}).content.decode()
    assert VoiceDraft.objects.count() == 120
