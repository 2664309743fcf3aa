"""What the tests of group sessions share."""

import uuid

import pytest
from django.test import Client

from engagement.voices import flows
from tests import factories
from tests.engagement.voices.support.conftest import make_worker


@pytest.fixture
def organisation(db):
    """An advocacy organisation."""
    return factories.make_organisation("Speak Up")


@pytest.fixture
def worker(roles, organisation):
    """A worker of the organisation."""
    return make_worker(organisation)


@pytest.fixture
def questions(open_round):
    """The five questions of an open round: yes or no, a poll, several, faces, words."""
    return list(open_round.question_rows.asked().ready_to_show())


def details(present=12, **values):
    """What a worker tells of a workshop, as `start_group` takes it."""
    return {
        "held_on": factories.today(),
        "place": "Ashford",
        "facilitator": "advocacy worker",
        "present": present,
    } | values


@pytest.fixture
def session(open_round, worker, organisation):
    """A session of 12 people that has begun."""
    return flows.start_group(round=open_round, by=worker, organisation=organisation, **details())


@pytest.fixture
def signed_in(worker):
    """The test client of the worker."""
    client = Client()
    client.force_login(worker)
    return client


def tap(session, choice, times=1, *, by=None, step=1):
    """Press +1 (or take back) so many times, each on a page of its own. Returns how many are up."""
    for _ in range(times):
        up = flows.tap_hand(session=session, by=by or session.by, choice=choice, step=step, token=uuid.uuid4())
    return up


def say(session, question, words="We want more time.", provenance="read_back", agreed=None):
    """One statement of the group."""
    return flows.add_statement(
        session=session,
        by=session.by,
        question=question,
        words=words,
        provenance=provenance,
        agreed=agreed,
        token=uuid.uuid4(),
    )


@pytest.fixture
def sent(session, questions):
    """A sent session: 9 hands for yes, 3 for no, all 12 for one choice of the poll, and two statements."""
    yes, no, _ = questions[0].choices.all()
    tap(session, yes, 9)
    tap(session, no, 3)
    tap(session, questions[1].choices.first(), 12)
    say(session, questions[4], agreed=7)
    say(session, questions[4], "They look tired.", "observed")
    flows.send_group(session=session, by=session.by, publish="said")
    session.refresh_from_db()
    return session
