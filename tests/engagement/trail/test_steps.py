"""Where a plan stands on the four lines, and a late step shows as late (DESIGN.md 2)."""

import pytest

from engagement.trail.steps import steps_for
from tests import factories
from tests.engagement.trail import made


def states(plan):
    return [step.state for step in steps_for(plan)]


@pytest.fixture
def plan(home_page):
    """A plan without anything yet, to be decided in the future."""
    return factories.make_proposal()


def test_the_four_lines_stand_in_their_order(plan):
    assert [step.name for step in steps_for(plan)] == [
        "All voices heard",
        "Supporting our voice",
        "Making it happen",
        "Hearing, deciding and acting",
    ]


def test_before_anything(plan):
    assert states(plan) == ["next", "next", "next", "next"]


def test_while_a_round_is_open(plan):
    round = factories.make_round(proposal=plan)
    assert states(plan) == ["now", "next", "next", "next"]
    assert steps_for(plan)[0].url == round.address


def test_a_round_to_come(plan):
    factories.make_round(proposal=plan, opens=5)
    assert states(plan)[0] == "next" and "from" in steps_for(plan)[0].sentence


def test_after_a_round_closed_we_read(plan):
    factories.make_round(proposal=plan, opens=-60, closes=-5)
    assert states(plan) == ["done", "now", "next", "next"]


def test_what_we_heard_is_done_only_when_it_is_published(plan):
    round = factories.make_round(proposal=plan, opens=-60, closes=-5)
    heard = made.publish_heard(round, published=False)
    assert states(plan)[1] == "now"
    heard.published_at = heard.round.first_published_at
    heard.save()
    assert states(plan)[1] == "done"


def test_making_it_together_is_now_while_its_round_is_open(plan):
    factories.make_round(proposal=plan, kind="make_together")
    assert states(plan)[2] == "now"


def test_a_draft_shows_what_changed(plan):
    draft = made.make_draft(plan)
    assert states(plan)[2] == "done" and steps_for(plan)[2].sentence == "You can read draft 1."
    made.make_change(draft)
    assert steps_for(plan)[2].sentence == "Draft 1 shows what changed."


def test_a_draft_that_is_not_out_yet_is_not_told(plan):
    made.make_draft(plan, published_on=factories.today(3))
    made.make_draft(plan, 2, published_on=None)
    assert states(plan)[2] == "next"


def test_a_decision_that_did_not_come_is_late(home_page):
    assert states(factories.make_proposal(decide_on=factories.today(-1)))[3] == "late"


def test_an_unpublished_decision_is_not_told(plan):
    made.make_decision(plan, published=False)
    assert states(plan)[3] == "next"


@pytest.mark.parametrize(("days", "update", "state"), [(30, "", "now"), (-3, "", "late"), (-3, "done", "done")])
def test_a_decision_is_done_when_its_actions_are(plan, days, update, state):
    made.make_action(made.make_decision(plan), days, update)
    assert states(plan)[3] == state


@pytest.mark.parametrize(("days", "state"), [(30, "now"), (-3, "late")])
def test_a_decision_put_off_stays_owed(plan, days, state):
    made.make_decision(plan, kind="put_off", next_body=factories.make_body(), next_by=factories.today(days))
    assert states(plan)[3] == state


def test_it_takes_3_queries(plan, django_assert_num_queries):
    factories.make_round(proposal=plan)
    made.make_decision(plan)
    assert plan.address
    with django_assert_num_queries(3):
        steps_for(plan)
