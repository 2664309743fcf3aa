"""What the tests of the support workspace share."""

import pytest
from django.test import Client

from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices import flows
from tests import factories
from tests.engagement.voices.conftest import answer


@pytest.fixture
def organisation(db):
    """An advocacy organisation."""
    return factories.make_organisation("Speak Up")


@pytest.fixture
def worker(roles, organisation):
    """A worker of the organisation."""
    return make_worker(organisation)


@pytest.fixture
def other_worker(roles, organisation):
    """Another worker of the same organisation."""
    return make_worker(organisation)


def make_worker(organisation):
    """A user who works at `organisation` (Body)."""
    user = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=organisation, user=user)
    return user


@pytest.fixture
def questions(open_round):
    """The five questions of an open round: yes or no, a poll, several, faces, words."""
    return list(open_round.question_rows.asked().ready_to_show())


@pytest.fixture
def visit(open_round, worker, organisation):
    """A visit that has begun: a Support with its draft."""
    return flows.start_visit(round=open_round, by=worker, organisation=organisation)


@pytest.fixture
def ready_visit(visit, questions, worker):
    """A visit with all five questions answered and nothing missing: the person's own words."""
    for question in questions:
        answer(visit.draft, question)
    tell(visit, worker)
    return visit


def tell(visit, worker, whose="own_words"):
    """Say how it was done, so that the visit can be sent."""
    flows.save_whose(support=visit, by=worker, whose=whose)
    flows.save_how(support=visit, by=worker, explained=["pictures"], showed=["said", "pointed"])


@pytest.fixture
def sent_visit(ready_visit, worker):
    """A visit that is sent, with words and a summary in its last answer."""
    question = ready_visit.draft.round.question_rows.get(kind="words")
    flows.save_visit_answer(
        support=ready_visit, by=worker, question=question, words="I want more time.", summary="She wants time."
    )
    flows.save_agreements(support=ready_visit, by=worker, agrees_to={"publish": "signed", "contact": "said"})
    flows.send_visit(support=ready_visit, by=worker)
    ready_visit.refresh_from_db()
    return ready_visit


@pytest.fixture
def signed_in(worker):
    """The test client of the worker."""
    client = Client()
    client.force_login(worker)
    return client
