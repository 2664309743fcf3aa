"""What the tests of the frame of answering share: a round with its practice question, and who pressed Start."""

import pytest

from tests import factories
from tests.engagement.voices.on_pages import answer_all, give, sent  # noqa: F401  used by the tests


@pytest.fixture
def open_round(home_page):
    """An open round of a lawful plan, with its practice question, as people meet it."""
    return factories.make_round(proposal=factories.make_lawful_plan(), has_practice=True)


@pytest.fixture
def address(open_round):
    return f"{open_round.address}answer/"


@pytest.fixture
def started(client, address):
    """A client that pressed Start."""
    client.post(address, {"go": "start"})
    return client


@pytest.fixture
def finished(started, address):
    """A client that answered everything and sent it."""
    sent(started, address)
    return started
