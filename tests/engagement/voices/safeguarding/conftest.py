"""What the tests of safeguarding share."""

import pytest
from django.test import Client

from engagement.bodies.flows.leads import name_lead
from engagement.people.roles import PMU
from engagement.voices import flows
from tests import factories
from tests.engagement.voices.support.conftest import (  # noqa: F401  fixtures
    make_worker,
    organisation,
    questions,
    ready_visit,
    sent_visit,
    visit,
    worker,
)


@pytest.fixture
def pmu(roles):
    """Somebody of the Programme Management Unit."""
    return factories.make_user(PMU)


@pytest.fixture
def lead(pmu):
    """The safeguarding lead of the whole site (User)."""
    return name_lead(by=pmu, email="lead@example.org", name="Lee Lead").user


@pytest.fixture
def signed_in_lead(lead):
    """The test client of the lead."""
    client = Client()
    client.force_login(lead)
    return client


@pytest.fixture
def words(sent_visit):  # noqa: F811
    """The answer in the person's own words."""
    return sent_visit.voice.answers.get(question__kind="words", is_current=True)


@pytest.fixture
def concern(lead, sent_visit, worker, words, django_capture_on_commit_callbacks):  # noqa: F811
    """A concern that the worker raised about one answer; the lead got an email."""
    with django_capture_on_commit_callbacks(execute=True):
        return flows.raise_concern(by=worker, thing=sent_visit, question=words.question, worry="He was hit.")
