"""A meeting to come of a board on which a person has a place."""

import uuid

import pytest

from engagement.bodies import flows
from engagement.bodies.models import Seat
from engagement.people.roles import SECRETARY
from tests import factories

FACTS = {
    "place": "The hall",
    "who_can_come": "anyone",
    "contact_phone": "01632 960 222",
    "time_paid": "yes",
    "travel_paid": "no",
    "papers_days": 14,
}


@pytest.fixture
def board(db):
    """A body that decides, with two places for people."""
    return factories.make_body("The Board")


@pytest.fixture
def seat(board):
    """Two places kept for people."""
    return Seat.objects.create(
        body=board, kind="member", role="People", section="2", plain="Places.", for_people=True, number=2
    )


@pytest.fixture
def writer(board, roles):
    """A secretary of the board."""
    user = factories.make_user(SECRETARY)
    board.secretaries.add(user)
    return user


@pytest.fixture
def place(seat, writer):
    """A person's place on the board."""
    return flows.give_place(seat=seat, by=writer, email="pat@example.org", name="Pat Person", since=factories.today(-9))


@pytest.fixture
def held(board, writer):
    """A meeting of the board in 10 days, that everybody can see."""
    meeting = flows.plan_meeting(body=board, held_on=factories.today(10), by=writer, **FACTS)
    return flows.announce_meeting(meeting=meeting, by=writer)


@pytest.fixture
def asked(board, held, place):
    """What the person with the place asked for the meeting."""
    return flows.ask(body=board, meeting=held, place=place, by=place.holder, words="Who pays?", key=uuid.uuid4())
