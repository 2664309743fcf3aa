"""A closed round in which people said something, and somebody of the PMU who is signed in."""

import pytest

from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def closed(home_page):
    """A round that closed yesterday, with one question of each kind."""
    return factories.make_round(opens=-90, closes=-1)


@pytest.fixture
def question(closed):
    """Its question for people's own words."""
    return closed.question_rows.get(kind="words")


@pytest.fixture
def say(closed, question):
    """Makes a voice that says `words`. Returns its Answer. `agree`: whether the words may be quoted."""

    def say(words="The bus is late.", agree=True, **values):
        voice = made.make_voice(closed, words=words, question=question, **values)
        if agree:
            made.agree_to_show(voice)
        return voice.said

    return say


@pytest.fixture
def staff(client, pmu):
    """The test client, signed in as the PMU."""
    client.force_login(pmu)
    return client
