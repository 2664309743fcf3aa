"""Stop now, and come back on any device within 30 days (Q10)."""

import logging
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from engagement.voices import flows
from engagement.voices.keys import back_token_of, opened, sealed
from engagement.voices.models import ComeBack, DraftAnswer, Voice, VoiceDraft
from tests import factories
from tests.engagement.voices.conftest import close

from .conftest import answer_all, give, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(started, address):
    """The link on the card of somebody who answered 2 questions and stopped on the third."""
    give(started, address, 1), give(started, address, 2)
    started.post(f"{address}3/", {"go": "stop"})
    return card_link(started, address)


def card_link(client, address):
    return re.search(r"/come-back/[^/\s\"<]+/", client.get(f"{address}stop/").content.decode())[0]


def test_the_card_has_pictures_a_square_and_the_last_day_q10(started, address, link):
    page = started.get(f"{address}stop/").content.decode()
    card = started.get(f"{address}stop/").context["card"]
    day = timezone.localdate() + timedelta(days=30)
    assert len(card.pictures) == 3 and "<svg" in page and "style=" not in page
    assert f"You can go on until {day:%A} {day.day} {day:%B %Y}." in page
    answer_all(started, address)
    started.post(f"{address}check/")
    after = started.get(f"{address}done/").context["card"]["pictures"]
    assert [one["name"] for one in after] == [one["name"] for one in card.pictures]  # the same three all along


def test_another_device_goes_on_and_the_first_still_works_q10(started, address, link):
    second = Client()
    assert "You answered 2 questions so far." in second.get(link).content.decode()
    assert second.post(link).url == f"{address}3/"
    give(second, address, 3)
    assert "Pictures" in started.get(f"{address}check/").content.decode() or DraftAnswer.objects.count() == 3
    give(started, address, 4)
    give(second, address, 5)
    second.post(f"{address}about/", {"go": "skip"})
    assert second.post(f"{address}check/").url == f"{address}done/"
    code = second.get(f"{address}done/").context["card"]["code"]
    assert started.post(f"{address}check/").url == f"{address}done/"  # the first device presses Send as well
    assert started.get(f"{address}done/").context["card"]["code"] == code and Voice.objects.count() == 1


@pytest.mark.parametrize("page", ["2/", "4/", "about/", "check/"])
def test_the_card_leads_to_where_the_person_stopped(started, address, page):
    """Not to the first question without an answer: the person may have gone back, or left one before."""
    give(started, address, 1), give(started, address, 3)
    started.post(f"{address}{page}", {"go": "stop"})
    assert Client().post(card_link(started, address)).url == f"{address}{page}"
    started.post(f"{address}2/", {"go": "skip"})  # whoever went on since goes to what is still to do
    assert Client().post(card_link(started, address)).url == f"{address}4/"


def test_who_stops_from_a_page_without_a_form_comes_back_there_too(started, address):
    give(started, address, 1)
    link = re.search(rf'href="({address}stop/[^"]*)"', started.get(f"{address}practice/").content.decode())[1]
    assert "page=practice" in link
    started.post(link, {"go": "card"})
    assert Client().post(card_link(started, address)).url == f"{address}practice/"
    started.post(f"{address}stop/?page=https://evil.example", {"go": "card"})
    assert Client().post(card_link(started, address)).url == f"{address}2/"


def test_to_look_changes_nothing(started, address, link):
    """A machine that opens each link in a mail or a scan does not go on for somebody."""
    before = list(VoiceDraft.objects.values()), list(ComeBack.objects.values())
    second = Client()
    assert "answering" not in second.get(link).cookies
    assert (list(VoiceDraft.objects.values()), list(ComeBack.objects.values())) == before
    assert Client(enforce_csrf_checks=True).post(link).status_code == 403


def test_after_sending_it_leads_to_the_card_kindly(started, address, link):
    sent(started, address)
    second = Client()
    page = second.get(link).content.decode()
    assert "You have sent your answers" in page and "I want" not in page
    response = second.post(link)
    assert response.url == f"{address}done/" and response.cookies["answering"]["max-age"] == 3600
    assert "This is your card" in second.get(f"{address}done/").content.decode()
    flows.take_back(voice=Voice.objects.get())
    assert "You took back what you said" in Client().get(link).content.decode()


def test_expired_cleared_and_wrong_say_so_kindly(started, address, link):
    ComeBack.objects.update(until=factories.today(-1))
    for lost in (link, "/come-back/nonsense/"):
        for response in (Client().get(lost), Client().post(lost)):
            assert response.status_code == 404 and "This card does not work any more" in response.content.decode()
    assert flows.clear_old_ways_back() == 1 and not ComeBack.objects.exists()


def test_clearing_the_answers_ends_the_card(started, address, link):
    started.post(address, {"go": "clear"})
    assert not VoiceDraft.objects.exists() and not ComeBack.objects.exists()
    assert Client().get(link).status_code == 404


def test_a_shared_computer_is_left_clean_and_the_card_still_works(started, address, link):
    response = started.post(f"{address}stop/", {"go": "leave"})
    assert response.url == f"{address}?left=yes" and response["Clear-Site-Data"] == '"cache"'
    assert response.cookies["answering"]["max-age"] == 0
    assert started.get(f"{address}1/").url == address  # the next person has nothing of the first
    assert "Someone has started" not in started.get(address).content.decode()
    assert Client().post(link).url == f"{address}3/"


def test_stopping_keeps_it_for_30_days_from_now_q10(started, address, link):
    VoiceDraft.objects.update(saved_at=timezone.now() - timedelta(days=29))
    assert card_link(started, address) == link
    started.post(f"{address}stop/", {"go": "card"})
    assert VoiceDraft.objects.get().saved_at > timezone.now() - timedelta(minutes=1)
    assert ComeBack.objects.count() == 1 and card_link(started, address) == link  # R2: the same card


def test_the_last_day_is_never_after_the_round_closes(home_page):
    round = factories.make_round(closes=5)
    draft, secret = flows.start_draft(round=round)
    assert flows.stop_for_now(draft=draft, secret=secret).until == factories.today(5)


def test_without_a_card_the_page_offers_one(started, address):
    page = started.get(f"{address}stop/")
    assert page.context["card"] is None and "Give me a card to come back" in page.content.decode()
    assert started.post(f"{address}stop/", {"go": "card"}).url == f"{address}stop/"
    assert Client().get(f"{address}stop/").url == address


def test_a_closed_round_and_a_draft_that_is_gone(started, address, open_round, link):
    VoiceDraft.objects.all().delete()
    assert started.post(f"{address}stop/", {"go": "card"}).status_code == 409
    started.post(address, {"go": "start"})
    close(open_round)
    VoiceDraft.objects.update(saved_at=timezone.now() - timedelta(days=1))
    assert "You cannot answer any more" in started.post(f"{address}stop/", {"go": "card"}).content.decode()


def test_the_database_alone_opens_nothing_s8(begun):
    """The token closes the secret: neither stands in a row."""
    secret = begun[1]
    token, way = back_token_of(secret), flows.stop_for_now(draft=begun[0], secret=secret)
    row = str(ComeBack.objects.values().get())
    assert secret not in row and token not in row and opened(way.sealed, token) == secret
    assert opened(sealed("Any secret ☂", "t"), "t") == "Any secret ☂"


def test_the_token_is_in_no_log_and_no_referrer_s8(started, address, link, caplog):
    from config.logs import WithoutTokens

    token = link.split("/")[2]
    record = logging.LogRecord("django.server", 20, "", 1, '"GET %s HTTP/1.1" 404', (link,), None)
    assert WithoutTokens().filter(record) and token not in record.getMessage()
    look = logging.LogRecord("django.server", 20, "", 1, '"GET /look/?back=%s HTTP/1.1"', (link,), None)
    assert WithoutTokens().filter(look) and token not in look.getMessage()
    response = Client().get(link)
    assert response["Referrer-Policy"] == "same-origin" and "no-store" in response["Cache-Control"]


def test_queries_f2(started, address, link, django_assert_max_num_queries):
    Client().get(link)
    with django_assert_max_num_queries(10):
        Client().get(link)
    with django_assert_max_num_queries(10):
        Client().post(link)
    sent(started, address)
    with django_assert_max_num_queries(10):
        Client().post(link)
