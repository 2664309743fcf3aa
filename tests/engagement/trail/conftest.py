"""What the tests of the trail share."""

import pytest

from tests.engagement.trail import made


@pytest.fixture
def story(home_page):
    """A plan from its first question to what was done, of 5 rows each."""
    return made.Story(5)
