"""What the tests of news to take back share."""

import pytest
from django.test import Client

from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices.models import Support
from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def organisation(db):
    """An advocacy organisation."""
    return factories.make_organisation("Speak Up")


@pytest.fixture
def worker(roles, organisation):
    """A worker of the organisation."""
    return make_worker(organisation)


@pytest.fixture
def signed_in(worker):
    """The test client of the worker."""
    client = Client()
    client.force_login(worker)
    return client


@pytest.fixture
def closed_round(home_page):
    """A round that has closed."""
    return factories.make_round(opens=-60, closes=-5)


@pytest.fixture
def entry(closed_round, worker, organisation):
    """A voice that the worker entered, with words."""
    return make_entry(closed_round, worker, organisation)


def make_worker(organisation, **values):
    """A user who works at `organisation` (Body). `values`: of the Worker, such as leads=True."""
    user = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=organisation, user=user, **values)
    return user


def make_entry(round, worker, organisation, words="I want more time."):
    """A visit of the worker that was sent: a voice with words and its Support."""
    question = round.question_rows.get(kind="words")
    voice = made.make_voice(round, words=words, question=question, channel="worker", entered_by=worker)
    Support.objects.create(by=worker, organisation=organisation, voice=voice)
    return voice
