"""A round with a question of each new kind."""

import pytest

from engagement.voices import flows
from tests.engagement.voices.kinds import made


@pytest.fixture
def round_and_kinds(home_page):
    return made.make_round()


@pytest.fixture
def asked(round_and_kinds):
    """The questions by kind: either, order, sort, number."""
    return round_and_kinds[1]


@pytest.fixture
def draft(round_and_kinds):
    """An unsent voice, with `secret`."""
    row, secret = flows.start_draft(round=round_and_kinds[0])
    row.secret = secret
    return row


@pytest.fixture
def things(asked):
    """The written things of a kind, in the authors' order."""
    return lambda kind: [choice for choice in asked[kind].choices.all() if not choice.meaning]
