"""What the tests of paper share."""

import pytest
from django.test import Client

from engagement.voices import flows
from tests import factories
from tests.engagement.voices.support.conftest import make_worker

TYPED = ["1", "1/The bus is late", "1 3", "2", "I want more time."]  # yes; a vote; several; a face; own words


@pytest.fixture
def organisation(db):
    """An advocacy organisation."""
    return factories.make_organisation("Speak Up")


@pytest.fixture
def worker(roles, organisation):
    """A worker of the organisation: the first typist."""
    return make_worker(organisation)


@pytest.fixture
def second(roles, organisation):
    """Another worker of the same organisation: the second person."""
    return make_worker(organisation)


@pytest.fixture
def stranger(roles):
    """A worker of another organisation."""
    return make_worker(factories.make_organisation("Other Voices"))


@pytest.fixture
def batch(open_round, worker, organisation):
    """Three numbered forms."""
    return flows.print_copies(round=open_round, by=worker, count=3, organisation=organisation)


@pytest.fixture
def copy(batch):
    """The first of them."""
    return batch.copies.first()


def filled(batch, *values, **more):
    """What is typed for a form: the questions in their order, then by key. Returns a dict key → str."""
    keys = [row["key"] for row in batch.asked]
    return dict(zip(keys, values or TYPED, strict=False)) | more


def type_in(copy, by, *values, **more):
    """Type in a form that came today. Returns the Voice."""
    typed = filled(copy.batch, *values, **more)
    return flows.type_in(copy=copy, by=by, typed=typed, came_on=factories.today())


@pytest.fixture
def all_checked(open_round, pmu):
    """Every form of the round is typed by a second person."""
    return flows.choose_share(round=open_round, by=pmu, one_in=1)


def client_of(user):
    """A test client of a user."""
    client = Client()
    client.force_login(user)
    return client
