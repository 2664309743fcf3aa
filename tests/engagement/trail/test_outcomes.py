"""What happened: who decided, what, why, when; each theme answered; late shown as late; owed stays owed."""

import html
import re

import pytest

from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def decided(home_page):
    """A published decision with two themes answered."""
    round = factories.make_round(opens=-60, closes=-5)
    decision = made.make_decision(round.proposal)
    made.make_reply(decision, made.make_theme(round, title="More buses"), "no", reason="There is no money.")
    made.make_reply(
        decision, made.make_theme(round, title="More time"), "not_ours", whose=factories.make_body("The council")
    )
    return decision


def show(client, address):
    return html.unescape(re.sub(r"\s+", " ", client.get(address).content.decode()))


def test_the_page_tells_who_what_why_and_when(client, decided):
    page = show(client, decided.address)
    for words in (decided.title, "The board said yes.", "Most people wanted it.", decided.meeting.body.plain_name):
        assert words in page
    assert f"{decided.meeting.held_on:%A} {decided.meeting.held_on.day} {decided.meeting.held_on:%B %Y}" in page


def test_each_theme_has_its_answer_and_reason(client, decided):
    page = show(client, decided.address)
    assert "More buses" in page and "No, we will not do it" in page and "There is no money." in page
    assert "This is not ours to decide" in page and "The council must answer." in page


def test_a_late_action_shows_as_late_and_a_done_one_as_done(client, decided):
    made.make_action(decided, -3, what="Find a room.")
    made.make_action(decided, -3, "done", what="Write a letter.")
    page = show(client, decided.address)
    assert "This is late" in page and "did not do this by" in page
    assert "Done" in page and "We wrote it." in page


def test_an_unpublished_outcome_is_nowhere(client, home_page):
    decision = made.make_decision(factories.make_proposal(), published=False)
    assert client.get(decision.address).status_code == 404
    assert decision.title not in show(client, "/what-happened/")
    assert decision.title not in show(client, "/")


def test_what_was_put_off_says_who_answers_and_when_until_somebody_did(client, home_page):
    plan = factories.make_proposal()
    first = made.make_decision(
        plan, kind="noted", next_body=factories.make_body("The cabinet"), next_by=factories.today(9)
    )
    assert "The cabinet must answer next." in show(client, first.address)
    second = made.make_decision(plan, answers=first)
    page = show(client, first.address)
    assert "The cabinet must answer next." not in page and "There is a newer answer" in page and second.address in page
    assert first.address in show(client, second.address)


def test_an_answer_that_did_not_come_is_late(client, home_page):
    first = made.make_decision(
        factories.make_proposal(), kind="put_off", next_body=factories.make_body(), next_by=factories.today(-1)
    )
    assert "The answer is late" in show(client, first.address)


def test_an_example_says_so_wherever_it_appears(client, home_page):
    decision = made.make_decision(factories.make_proposal(is_example=True))
    made.make_action(decision, -1, "done")
    for address in (decision.address, "/what-happened/", "/", decision.proposal.address, decision.meeting.body.address):
        assert "Example. This did not happen." in show(client, address), address


def test_a_made_up_meeting_makes_an_example(client, home_page):
    decision = made.make_decision(factories.make_proposal())
    assert "Example." not in show(client, decision.address)
    decision.meeting.is_example = True
    decision.meeting.save()
    assert "Example. This did not happen." in show(client, decision.address)


def test_the_list_holds_20_on_a_page(client, home_page):
    plan = factories.make_proposal()
    for _ in range(21):
        made.make_decision(plan)
    assert show(client, "/what-happened/").count("They chose way") == 20
    assert show(client, "/what-happened/?page=2").count("They chose way") == 1
    assert client.get("/what-happened/?page=nonsense").status_code == 200
