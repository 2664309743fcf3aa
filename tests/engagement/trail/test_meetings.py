"""The public page of a meeting, the meetings of a body, and asking without signing in."""

import html
import re
import uuid

import pytest

from engagement.bodies import flows
from engagement.bodies.models import BodyQuestion, Meeting
from home.models import WhoToAsk
from tests import factories
from tests.engagement.trail import made
from tests.engagement.trail.in_the_room import Room
from tests.engagement.trail.test_public_words import faults
from tests.engagement.trail.test_same_for_everyone import MOST_QUERIES, queries_of


@pytest.fixture
def room(home_page):
    """A meeting with two things on its agenda."""
    return Room()


def show(client, address):
    return html.unescape(re.sub(r"\s+", " ", client.get(address).content.decode()))


def test_somebody_who_wants_to_come_reads_all_they_need(client, room):
    page = show(client, room.meeting.address)
    for words in ("Can I come?", "Anyone can come.", "The hall", "01632 960 222", "Is my travel paid?", "quiet room"):
        assert words in page, words
    assert "2 places are kept for people." in page and "1 person has a place." in page and "1 place is empty." in page


def test_the_agenda_shows_late_papers_with_days_and_what_people_said(client, room):
    page = show(client, room.meeting.address)
    assert "3 days late" in page and "We are still checking this paper." in page and "Buses are late." in page
    assert "Late buses 0" in page and "12 voices said this." in page
    assert page.index("Bus number 0") < page.index("Bus number 1")


def test_a_paper_that_is_not_sent_shows_its_title_and_none_of_its_words(client, room):
    flows.write_paper(meeting=room.meeting, by=room.writer, title="The secret bus", plain="Nobody reads this yet.")
    page = show(client, room.meeting.address)
    assert "The secret bus" in page and "4 days late" in page and "Nobody reads this yet." not in page


def test_a_small_round_hides_how_many_said_so(client, room):
    page = room.items[0].on_plan.proposal.get_children().first().specific
    type(page).objects.filter(pk=page.pk).update(small_round=True)
    assert show(client, room.meeting.address).count("12 voices said this.") == 1


def test_questions_stand_with_their_answers_and_nothing_unread_is_shown(client, room):
    """DESIGN.md 6.4"""
    room.ask(words="Words that nobody read.", read=False)
    room.ask(words="Words with a name.", show=False, answer="We ring you.")
    room.ask(kind="stop", words="")
    page = show(client, room.meeting.address)
    assert "Who pays?" in page and "The council pays." in page
    assert "I did not understand this: stop and explain" in page and "Waiting for an answer" in page
    assert "Words that nobody read." not in page and "Words with a name." not in page and "We ring you." not in page
    assert "We must still read 1 question." in page and "We do not show 1 question, to keep people safe." in page


def test_no_name_of_a_person_with_a_place_is_public_unless_they_agree(client, room):
    addresses = [room.meeting.address, f"{room.body.address}meetings/", room.body.address]
    assert not [address for address in addresses if "Pat" in show(client, address)]
    flows.show_name(place=room.place, by=room.place.holder, name="Pat")
    assert "Pat has a place on this group." in show(client, f"{room.body.address}meetings/")
    flows.show_name(place=room.place, by=room.place.holder, name="")
    assert "Pat" not in show(client, f"{room.body.address}meetings/")


def test_nobody_sees_a_meeting_before_it_is_announced(client, room):
    hidden = factories.make_meeting(room.body, 20, place="A quiet place")
    assert client.get(hidden.address).status_code == client.get(f"{hidden.address}ask/").status_code == 404
    assert hidden.address not in show(client, f"{room.body.address}meetings/")


def test_a_meeting_with_a_published_decision_has_its_page(client, room):
    decision = made.make_decision(factories.make_proposal(decided_by=room.body))
    page = show(client, decision.meeting.address)
    assert decision.title in page and "We do not know." in page
    assert decision.meeting.address in show(client, decision.address)


def test_a_meeting_called_off_says_why(client, room):
    flows.call_off_meeting(meeting=room.meeting, by=room.writer, reason="The hall is closed.")
    page = show(client, room.meeting.address)
    assert "This meeting does not take place" in page and "The hall is closed." in page and "Ask a question" not in page


def test_a_made_up_meeting_says_so(client, room):
    Meeting.objects.update(is_example=True)
    for address in room.addresses.values():
        if address != f"{room.body.address}ask/":
            assert "Example. This did not happen." in show(client, address), address


@pytest.mark.parametrize("address", ["/who-decides/nobody/2027-01-01/", "{}2027-99-99/", "{}ask/", "{}2027-01-01/"])
def test_other_addresses_are_not_there(client, room, address):
    ended = factories.make_body(status="ended")
    assert client.get(address.format(ended.address)).status_code == 404


def test_anyone_asks_and_sees_it_with_its_answer_once_it_is_read(client, room):
    address = f"{room.body.address}ask/"
    response = client.post(address, {"words": "When do you meet?", "key": uuid.uuid4()}, follow=True)
    assert "We have your question" in response.content.decode()
    question = BodyQuestion.objects.get(meeting=None)
    assert (question.body, question.asked_by, question.has_place) == (room.body, None, False)
    page = f"{room.body.address}meetings/"
    assert "When do you meet?" not in show(client, page)
    flows.read_question(question=question, by=room.writer, may_show=True)
    flows.answer_question(question=question, by=room.writer, plain="Each month.")
    assert "When do you meet?" in show(client, page) and "Each month." in show(client, page)


def test_pressing_twice_keeps_one_question(client, room):
    typed = {"words": "When?", "key": uuid.uuid4()}
    for _ in range(2):
        client.post(f"{room.meeting.address}ask/", typed)
    assert BodyQuestion.objects.filter(words="When?", meeting=room.meeting).count() == 1


@pytest.mark.parametrize(("typed", "status"), [({"words": " "}, 400), ({"words": "x", "website": "spam"}, 400)])
def test_what_is_refused_is_told_kindly_and_kept(client, room, typed, status):
    response = client.post(f"{room.body.address}ask/", typed | {"key": uuid.uuid4()})
    assert response.status_code == status and not BodyQuestion.objects.filter(meeting=None).exists()
    assert 'href="#words"' in response.content.decode()


def test_too_many_from_one_place_are_held_back(client, room, settings):
    settings.STARTS_IN_AN_HOUR = 1
    statuses = [
        client.post(f"{room.body.address}ask/", {"words": "Hi?", "key": uuid.uuid4()}).status_code for _ in range(2)
    ]
    assert statuses == [302, 429]


def test_every_page_is_easy_read(client, room):
    room.ask(read=False)
    room.ask(show=False)
    flows.write_paper(meeting=room.meeting, by=room.writer, title="More buses")
    factories.make_meeting(room.body, -20, announced_on=factories.today(-40))
    found = {name: faults(client.get(address).content.decode()) for name, address in room.addresses.items()}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_reading_pages_take_few_queries_however_long_they_are(client, room, settings):
    """F2"""
    settings.PAGE_CACHE_SECONDS = 0
    WhoToAsk.objects.get_or_create(site=home_site())
    long = Room(6)
    for name in ("meeting", "meetings of a body"):
        few, many = (len(queries_of(client, each.addresses[name])) for each in (room, long))
        assert few == many <= MOST_QUERIES, (name, few, many)


def home_site():
    from wagtail.models import Site

    return Site.objects.get()


def test_everybody_gets_the_same_page(client, room):
    anonymous = client.get(room.meeting.address).content
    client.force_login(room.place.holder)
    again = client.get(room.meeting.address)
    assert again.content == anonymous and not again.cookies and b"csrfmiddlewaretoken" not in anonymous


def test_the_newest_questions_and_answers_stand_on_the_page_of_the_body(client, room, django_assert_max_num_queries):
    """Nothing unread, and nothing that was left out; the oldest of more than 3 is behind the link."""
    BodyQuestion.objects.all().delete()
    for number in range(4):
        room.ask(words=f"Why number {number}?", answer="We look at it." if number == 3 else "")
    room.ask(words="Nobody read this.", read=False)
    hidden = room.ask(words="Ask Sam Jones why.")
    BodyQuestion.objects.filter(pk=hidden.pk).update(shown_words="Ask … why.", reason="A name.")
    client.get(room.body.address)
    with django_assert_max_num_queries(10):
        page = client.get(room.body.address).content.decode()
    for words in ("Ask … why.", "Why number 3?", "We look at it.", "Why number 2?", "It has not answered this yet."):
        assert words in page
    for words in ("Nobody read this.", "Sam Jones", "Why number 1?"):
        assert words not in page
