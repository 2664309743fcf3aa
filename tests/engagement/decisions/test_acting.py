"""What happens next: actions with an owner and a day, and what was done, only ever added to."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from engagement.decisions import reports
from engagement.decisions.flows import add_action, add_update
from engagement.people.roles import SECRETARY
from engagement.record.models import Entry
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(plan):
    """A published decision."""
    return made.make_decision(plan)


@pytest.fixture
def action(decision, pmu, body):
    """A thing to do that is 5 days late."""
    return add_action(decision=decision, by=pmu, what="Buy 2 buses.", owner=body, due_on=factories.today(-5))


def test_an_action_is_late_until_it_is_done(action, pmu):
    assert action.state == "late" and list(reports.late_actions()) == [action]
    add_update(action=action, by=pmu, happened_on=factories.today(-2), state="started", words="We looked at buses.")
    assert action.state == "late"
    add_update(action=action, by=pmu, happened_on=factories.today(), state="done", words="We have 2 buses.")
    assert action.state == "done" and not reports.late_actions().exists()
    facts = [entry.fact for entry in Entry.objects.about(action.public_id)]
    assert facts == ["action.added", "action.updated", "action.updated"]


def test_what_was_done_is_never_changed(action, pmu):
    update = add_update(action=action, by=pmu, happened_on=factories.today(), state="started", words="We began.")
    update.words = "We did it all."
    with pytest.raises(TypeError):
        update.save()
    with pytest.raises(TypeError):
        update.delete()


@pytest.mark.parametrize(
    ("values", "field"), [({"words": " "}, "words"), ({"happened_on": factories.today(2)}, "happened_on")]
)
def test_an_update_says_what_and_when(action, pmu, values, field):
    with pytest.raises(ValidationError) as refusal:
        add_update(
            **{"action": action, "by": pmu, "happened_on": factories.today(), "state": "done", "words": "x"} | values
        )
    assert list(refusal.value.message_dict) == [field]


def test_what_is_over_gets_no_more_updates(action, pmu):
    add_update(action=action, by=pmu, happened_on=factories.today(), state="stopped", words="There is no money.")
    with pytest.raises(ValidationError, match="done or stopped already"):
        add_update(action=action, by=pmu, happened_on=factories.today(), state="done", words="Done.")


def test_the_secretary_of_the_body_that_acts_may_say_what_was_done(decision, pmu, roles):
    owner, user = factories.make_body(), factories.make_user(SECRETARY)
    action = add_action(decision=decision, by=pmu, what="Write.", owner=owner, due_on=factories.today(9))
    values = {"action": action, "happened_on": factories.today(), "state": "done", "words": "We wrote."}
    with pytest.raises(PermissionDenied):
        add_update(by=user, **values)
    owner.secretaries.add(user)
    assert add_update(by=user, **values).recorded_by == user


def test_a_reply_of_another_decision_is_refused(decision, pmu, body, heard, plan):
    reply = made.make_reply(made.make_decision(plan), heard.two[0])
    with pytest.raises(ValidationError, match="reply of the same decision"):
        add_action(decision=decision, by=pmu, what="x", owner=body, due_on=factories.today(9), reply=reply)
