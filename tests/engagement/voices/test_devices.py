"""The secret on the device: two tabs, the next person, another round, cleared, and after sending."""

from http.cookies import SimpleCookie

import pytest
from django.test import Client

from engagement.voices import flows
from engagement.voices.models import Voice, VoiceDraft
from tests import factories
from tests.engagement.voices.on_pages import answer_all, give, sent

pytestmark = pytest.mark.django_db


def test_sending_nothing_is_told_kindly(started, address):
    response = started.post(f"{address}check/")
    assert response.status_code == 200 and "not answered a question yet" in response.content.decode()
    assert not Voice.objects.exists()


def test_two_tabs_send_one_voice(started, address):
    answer_all(started, address)
    other = Client()
    other.cookies = SimpleCookie(started.cookies.output(header="", sep=";"))
    other.cookies["answering"] = started.cookies["answering"].value
    assert started.post(f"{address}check/").url == f"{address}done/"
    assert other.post(f"{address}check/").url == f"{address}done/"
    assert other.post(f"{address}3/", {"go": "next", "words": "more"}).url == f"{address}done/"
    assert Voice.objects.count() == 1


def test_a_reload_of_send_is_one_voice(started, address):
    answer_all(started, address)
    for _ in range(3):
        started.post(f"{address}check/")
    codes = {started.get(f"{address}done/").context["card"]["code"] for _ in range(3)}
    assert Voice.objects.count() == 1 and len(codes) == 1


def test_finish_and_clear_starts_clean_for_the_next_person_6_2(started, address):
    first = sent(started, address).context["card"]["code"]
    response = started.post(f"{address}done/")
    assert response["Clear-Site-Data"] == '"cache"' and response.cookies["answering"].value == ""
    assert started.get(f"{address}done/").url == address
    assert "This phone or computer is clear" in started.get(response.url).content.decode()
    started.post(address, {"go": "start"})
    assert sent(started, address).context["card"]["code"] != first
    assert Voice.objects.count() == 2


def test_another_person_starts_new_although_nobody_cleared(started, address):
    sent(started, address)
    assert "Are you another person?" in started.get(address).content.decode()
    started.post(address, {"go": "new"})
    assert not any(option["checked"] for option in started.get(f"{address}1/").context["options"])
    sent(started, address)
    assert Voice.objects.count() == 2


def test_clearing_unsent_answers(started, address):
    give(started, address, 1)
    started.post(address, {"go": "clear"})
    assert not VoiceDraft.objects.exists()


def test_the_cookie_lasts_one_hour_after_sending(started, address):
    answer_all(started, address)
    assert started.post(f"{address}check/").cookies["answering"]["max-age"] == 3600


def test_without_answers_on_this_device(client, address):
    for page in ("1/", "about/", "check/", "done/"):
        assert client.get(address + page).url == address
    response = client.post(f"{address}5/", {"go": "next", "words": "My long thought"})
    assert response.status_code == 409 and "My long thought" in response.content.decode()
    assert client.post(f"{address}check/").status_code == 409


def test_the_secret_of_one_round_opens_no_other(started, address, open_round):
    other = factories.make_round(proposal=open_round.proposal)
    started.cookies["answering"]["path"] = "/"
    assert started.get(f"{other.address}answer/1/").url == f"{other.address}answer/"


def test_a_voice_taken_back_shows_no_card_any_more(started, address):
    sent(started, address)
    flows.take_back(voice=Voice.objects.get())
    response = started.get(f"{address}done/", follow=True)
    assert response.redirect_chain and "You took back what you said" in response.content.decode()
