"""A plan whose round was heard: two themes that a body must answer."""

import pytest

from engagement.people.roles import SECRETARY
from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def body(home_page):
    """A body that decides in its own right."""
    return factories.make_body("The Board", authority="decides")


@pytest.fixture
def adviser(home_page):
    """A body that only advises."""
    return factories.make_body("The Advisers", authority="advises")


@pytest.fixture
def heard(body):
    """A closed round in which one person spoke and what was heard is published, with two themes."""
    proposal = factories.make_proposal("Better buses", decided_by=body)
    page = factories.make_round(proposal=proposal, opens=-90, closes=-30)
    made.make_voice(page)
    page.two = [made.make_theme(page, title=title) for title in ("Late buses", "Dear buses")]
    made.publish_heard(page)
    return page


@pytest.fixture
def plan(heard):
    """The plan of that round."""
    return heard.proposal


@pytest.fixture
def meeting(body):
    """A meeting of the deciding body, yesterday."""
    return factories.make_meeting(body)


@pytest.fixture
def secretary(roles, body):
    """A user who serves the deciding body."""
    user = factories.make_user(SECRETARY)
    body.secretaries.add(user)
    return user


@pytest.fixture
def words(heard):
    """All that `record_decision` needs beside the meeting and the plan, with a reply to each theme."""
    first, second = heard.two
    return {
        "kind": "decided",
        "title": "Yes to better buses.",
        "plain": "The board said yes.",
        "why": "Many people asked for it.",
        "equality_note": "The board thought about disabled people.",
        "note_opened_on": factories.today(-25),
        "voices_opened_on": factories.today(-25),
        "replies": [
            {"theme": first, "answer": "yes", "reason": "We want that too."},
            {"theme": second, "answer": "no", "reason": "There is no money for that."},
        ],
    }
