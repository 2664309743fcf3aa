"""My meetings: what a person with a place and their supporter see and do, and that nobody else does."""

import uuid

import pytest
from django.urls import reverse

from engagement.bodies import flows
from engagement.bodies.models import BodyQuestion, Supporter
from engagement.people.roles import PMU
from tests import factories
from tests.engagement.trail.in_the_room import Room
from tests.engagement.trail.test_public_words import faults


@pytest.fixture
def room(home_page):
    """A meeting on whose body a person has a place."""
    return Room()


@pytest.fixture
def mine(client, room):
    """The person with the place, signed in."""
    client.force_login(room.place.holder)
    return client


@pytest.fixture
def supporter(room):
    """Somebody who supports the person."""
    return flows.add_supporter(place=room.place, by=room.place.holder, name="Sue", email="sue@example.org")


def text(client, address):
    return client.get(address).content.decode()


def address_of(room, part=""):
    return f"/my-meetings/{room.meeting.public_id}/{part}"


def test_a_person_goes_to_my_meetings_after_signing_in(mine, room):
    assert mine.get("/accounts/where-to/")["Location"] == "/my-meetings/"
    mine.force_login(factories.make_user())
    assert mine.get("/accounts/where-to/")["Location"] == "/"


def test_others_are_told_kindly_what_this_page_is(client, room):
    assert "Then sign in." in text(client, "/my-meetings/")
    client.force_login(factories.make_user())
    assert "You have no place here now." in text(client, "/my-meetings/")


def test_the_person_sees_their_meetings_their_place_and_the_papers(mine, room):
    assert address_of(room) in text(mine, "/my-meetings/")
    page = text(mine, address_of(room))
    for words in ("Bus number 0", "Buses are late.", "3 days late", "Late buses 0", "Who pays?", "The council pays."):
        assert words in page, words


def test_nobody_else_opens_a_meeting_or_a_place(client, room, roles):
    others = [factories.make_user(), factories.make_user(PMU), Room(0).place.holder]
    addresses = [address for name, address in room.own_addresses.items() if name != "my meetings"]
    for other in others:
        client.force_login(other)
        assert {client.get(address).status_code for address in addresses} == {403}
    client.logout()
    assert {client.get(address).status_code for address in addresses} == {302}


def test_nothing_personal_is_kept_by_a_cache(mine, room):
    for name, address in room.own_addresses.items():
        response = mine.get(address)
        assert response.status_code == 200 and "private" in response["Cache-Control"], name


def test_a_question_is_kept_and_shown_to_the_person_as_waiting(mine, room):
    typed = {"words": "Can I bring my dog?", "item": room.items[0].pk, "key": uuid.uuid4()}
    response = mine.post(address_of(room, "ask/"), typed, follow=True)
    page = response.content.decode()
    assert "We have your words" in page and "Can I bring my dog?" in page and "We must read this first." in page
    question = BodyQuestion.objects.get(words="Can I bring my dog?")
    assert (question.item, question.whose, question.place) == (room.items[0], "own", room.place)


def test_stop_and_explain_needs_no_words(mine, room):
    mine.post(address_of(room, "stop/"), {"words": "", "key": uuid.uuid4()})
    assert BodyQuestion.objects.filter(kind="stop", place=room.place).count() == 1


def test_an_empty_question_is_refused_beside_the_box(mine, room):
    response = mine.post(address_of(room, "ask/"), {"words": "", "key": uuid.uuid4()})
    assert response.status_code == 400 and "Write your question." in response.content.decode()


def test_the_page_says_how_else_to_ask(mine, room):
    assert "Or say it: record it, or choose a sound" in text(mine, address_of(room, "ask/"))


def test_a_supporter_sees_the_same_and_says_whose_words_they_are(client, room, supporter):
    client.force_login(supporter.user)
    assert "Buses are late." in text(client, address_of(room))
    refused = client.post(address_of(room, "ask/"), {"words": "Why?", "key": uuid.uuid4()})
    assert refused.status_code == 400 and "Whose words are these?" in refused.content.decode()
    client.post(address_of(room, "ask/"), {"words": "Why?", "whose": "read_back", "key": uuid.uuid4()})
    assert BodyQuestion.objects.get(words="Why?").whose == "read_back"
    place = f"/my-meetings/place/{room.place.public_id}/"
    assert {client.get(f"{place}{part}").status_code for part in ("supporter/", "name/")} == {403}


def test_a_supporter_is_added_and_taken_away(mine, room):
    page = reverse("my_supporter", args=[room.place.public_id])
    mine.post(page, {"name": "Sue", "email": "sue@example.org"})
    supporter = Supporter.objects.get()
    assert "Sue can see what you see." in text(mine, "/my-meetings/")
    mine.post(reverse("my_supporter_away", args=[room.place.public_id, supporter.pk]))
    assert "You have no supporter here yet." in text(mine, "/my-meetings/")
    away = reverse("my_supporter_away", args=[room.place.public_id, supporter.pk])
    assert mine.post(away).status_code == 404


def test_what_is_wrong_with_a_supporter_is_told(mine, room):
    response = mine.post(reverse("my_supporter", args=[room.place.public_id]), {"name": "", "email": ""})
    page = response.content.decode()
    assert response.status_code == 400
    assert "Write the name of your supporter." in page and "Write the email address of your supporter." in page


def test_a_name_is_shown_and_hidden_by_the_person(mine, room):
    page = reverse("my_name", args=[room.place.public_id])
    mine.post(page, {"name": "Pat"})
    assert "Everybody can read your name: Pat" in text(mine, "/my-meetings/")
    mine.post(page, {"name": ""})
    assert "We do not show your name to other people." in text(mine, "/my-meetings/")


def test_a_question_is_taken_back(mine, room):
    question = room.ask(words="My mistake.", read=False)
    address = address_of(room, f"asked/{question.public_id}/take-back/")
    assert "My mistake." in text(mine, address)
    mine.post(address)
    assert "My mistake." not in text(mine, address_of(room))


def test_what_nobody_may_see_is_told_to_the_person_with_its_answer(mine, room):
    room.ask(words="Ann is late.", show=False, answer="We talk to you.")
    page = text(mine, address_of(room))
    assert "Other people cannot see this." in page and "It has a name." in page and "We talk to you." in page


def test_every_page_is_easy_read(mine, room):
    found = {name: faults(text(mine, address)) for name, address in room.own_addresses.items()}
    assert {name: problems for name, problems in found.items() if problems} == {}
    mine.logout()
    assert faults(text(mine, "/my-meetings/")) == []
    mine.force_login(factories.make_user())
    assert faults(text(mine, "/my-meetings/")) == []
