"""A worker with a phone and a bad connection: on where they stopped, and what fits the telephone (6.1, 3.1)."""

import pytest

from engagement.voices import flows, supporting
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db


def test_what_is_not_sent_stands_first(signed_in, visit, open_round, worker, organisation, questions):
    """Who was cut off goes on with one press, before the list of rounds. At most 3, and none that is sent."""
    for _ in range(4):
        flows.start_visit(round=open_round, by=worker, organisation=organisation, by_phone=True)
    page = signed_in.get("/support/").text
    first = page.split("Start with a person")[0]
    assert "Go on where you stopped" in first and first.count("0 questions are answered.") == 3
    assert "You talk on the phone." in first and not errors_of(page)


def test_nothing_to_go_on_with_is_not_said(signed_in, sent_visit):
    assert "Go on where you stopped" not in signed_in.get("/support/").text


def test_on_the_telephone_nobody_points(signed_in, open_round, worker, organisation):
    visit = flows.start_visit(round=open_round, by=worker, organisation=organisation, by_phone=True)
    page = signed_in.get(f"/support/{visit.public_id}/how/").text
    assert "They said it" in page and "They pointed" not in page and "With signing" not in page
    values = {value for value, _ in [*supporting.EXPLAINED, *supporting.SHOWED]}
    assert values >= supporting.NOT_BY_PHONE  # no slip in a name
    refused = signed_in.post(f"/support/{visit.public_id}/how/", {"explained": ["pictures"], "go": "next"})
    assert refused.status_code == 200 and not errors_of(refused.text)


def test_the_next_person_in_the_room_is_one_press_away(signed_in, ready_visit, worker):
    """From the card straight to the page before the first question; the link of the card is gone then."""
    secret = signed_in.get(f"/support/{ready_visit.public_id}/check/").text.split('name="secret" value="')[1]
    signed_in.post(f"/support/{ready_visit.public_id}/check/", {"go": "send", "secret": secret.split('"')[0]})
    card = f"/support/{ready_visit.public_id}/card/"
    page = signed_in.get(card).text
    assert "Yes, and start with the next person" in page and not errors_of(page)
    gone = signed_in.post(card, {"go": "next"})
    assert gone.url == f"/support/new/{ready_visit.round.pk}/"
    assert "Your own link" not in signed_in.get(card).text


def test_by_telephone_the_code_is_read_out(signed_in, ready_visit, worker):
    type(ready_visit).objects.filter(pk=ready_visit.pk).update(by_phone=True)
    secret = signed_in.get(f"/support/{ready_visit.public_id}/check/").text.split('name="secret" value="')[1]
    signed_in.post(f"/support/{ready_visit.public_id}/check/", {"go": "send", "secret": secret.split('"')[0]})
    page = signed_in.get(f"/support/{ready_visit.public_id}/card/").text
    assert "Read the code slowly." in page and "give it to the person" not in page and not errors_of(page)
