"""The practice question: before the first one, counted nowhere, kept nowhere (Q2)."""

import pytest

from engagement.proposals.models import RoundPage
from engagement.voices.models import DraftAnswer, VoiceDraft
from tests import factories
from tests.engagement.voices.test_easy_words import errors_of
from tests.proof.killing import all_rows

pytestmark = pytest.mark.django_db


def stored():
    """Every row of this room."""
    return {table: rows for table, rows in all_rows().items() if table.startswith("voices.")}


def test_it_comes_first_and_says_that_it_is_practice_q2(client, address):
    assert client.post(address, {"go": "start"}).url == f"{address}practice/"
    page = client.get(f"{address}practice/").content.decode()
    assert "This is only to practise." in page and page.count('type="radio"') == 3 and "Question 1" not in page


def test_nothing_of_it_is_stored_q2(started, address):
    started.get(f"{address}practice/")  # the first page makes rows that are made once, such as whom to ask
    before = stored()
    for go in ("next", "skip", "back", "again", "start"):
        started.post(f"{address}practice/", {"go": go, "choice": "yes"})
    assert stored() == before and not DraftAnswer.objects.exists()


def test_a_press_tells_what_it_did_q2(started, address):
    page = started.post(f"{address}practice/", {"go": "next", "choice": "no"}).content.decode()
    assert "Your answer was: No." in page and "We did not keep this answer." in page and not errors_of(page)
    page = started.post(f"{address}practice/", {"go": "next"}).content.decode()
    assert "Choose 1 answer. Or press Skip." in page and not errors_of(page)
    assert "Choose 1 answer." in started.post(f"{address}practice/", {"go": "next", "choice": "<b>"}).content.decode()


@pytest.mark.parametrize("go, to", [("skip", "1/"), ("start", "1/"), ("back", "")])
def test_it_may_be_left_out_q2(started, address, go, to):
    assert started.post(f"{address}practice/", {"go": go}).url == address + to


def test_back_from_the_first_question_leads_to_it(started, address):
    assert started.post(f"{address}1/", {"go": "back"}).url == f"{address}practice/"


def test_a_round_may_do_without(home_page, client):
    assert RoundPage._meta.get_field("has_practice").default is True
    address = f"{factories.make_round(has_practice=False).address}answer/"
    assert "practise" not in client.get(address).content.decode()
    assert client.post(address, {"go": "start"}).url == f"{address}1/"
    assert client.get(f"{address}practice/").url == f"{address}1/"
    assert client.post(f"{address}1/", {"go": "back"}).url == address
    assert VoiceDraft.objects.count() == 1
