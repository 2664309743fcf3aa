"""The PMU writes from minutes; a secretary records for the bodies they serve; only the body confirms (6.6)."""

import pytest
from django.core.exceptions import PermissionDenied

from engagement.decisions import flows
from engagement.decisions.permissions import bodies_of
from engagement.people.roles import PERMISSIONS, PMU, SECRETARY
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
OWN, PUBLISHES = "only what your own bodies decided", "may publish an outcome"
CONFIRMS = "Only a secretary of this body"


@pytest.fixture
def calls(plan, meeting, body, words):
    """Every flow of the room with what it takes and the sentence of its refusal: a list of (flow, dict, str)."""
    decision = made.make_decision(plan, published=False, confirmed_at=None)
    decision.meeting.held_on = factories.today(-2)
    decision.meeting.save()
    action = made.make_action(decision)
    minutes = {"body": body, "held_on": factories.today(-4), "proposal": plan}
    to_do = {"what": "Write a letter.", "owner": body, "due_on": factories.today(5)}
    done = {"happened_on": factories.today(), "state": "done", "words": "We wrote it."}
    return [
        (flows.record_decision, {"meeting": meeting, "proposal": plan} | words, OWN),
        (flows.record_from_minutes, minutes | words, OWN),
        (flows.change_decision, {"decision": decision} | words, OWN),
        (flows.add_action, {"decision": decision} | to_do, OWN),
        (flows.add_update, {"action": action} | done, OWN),
        (flows.confirm_decision, {"decision": decision}, CONFIRMS),
        (flows.publish_outcome, {"decision": decision}, PUBLISHES),
    ]


def user_of(who, body):
    """A user who may do nothing for `body`. `who`: a role, or what is told about them (str)."""
    if who == "a secretary of another body":
        user = factories.make_user(SECRETARY)
        factories.make_body().secretaries.add(user)
    elif who == "a secretary who left":
        user = factories.make_user(SECRETARY, is_active=False)
        body.secretaries.add(user)
    elif who == "a former secretary, still in the list":
        user = factories.make_user()
        body.secretaries.add(user)
    else:
        user = factories.make_user(*filter(None, [who]))
    return user


@pytest.mark.parametrize(
    "who",
    [
        *[role for role in PERMISSIONS if role not in (PMU, SECRETARY)],
        "",
        "a secretary of another body",
        "a secretary who left",
        "a former secretary, still in the list",
    ],
)
def test_everybody_else_is_refused_and_nothing_is_kept(calls, roles, body, who):
    user = user_of(who, body)
    for flow, values, sentence in calls:
        with refused(sentence, PermissionDenied):
            flow(by=user, **values)


def test_the_pmu_does_all_but_confirm(calls, pmu):
    for flow, values, _ in calls:
        if flow is not flows.confirm_decision:
            flow(by=pmu, **{**values, "title": "Yes."} if "title" in values else values)
    with refused(CONFIRMS, PermissionDenied):
        flows.confirm_decision(decision=calls[2][1]["decision"], by=pmu)


def test_a_secretary_does_all_but_publish(calls, secretary):
    for flow, values, _ in calls:
        if flow is not flows.publish_outcome:
            flow(by=secretary, **values)
    with refused(PUBLISHES, PermissionDenied):
        flows.publish_outcome(decision=calls[2][1]["decision"], by=secretary)


def test_a_secretary_sees_only_the_bodies_they_serve(secretary, body, adviser, pmu, roles):
    assert list(bodies_of(secretary)) == [body]
    assert adviser in bodies_of(pmu)
    assert not bodies_of(factories.make_user()).exists()


def test_writing_anew_does_not_confirm_what_the_pmu_wrote(pmu, secretary, meeting, plan, words):
    """Only pressing "confirm" does; and when the PMU writes it anew, it must be confirmed again."""
    decision = flows.record_decision(by=pmu, meeting=meeting, proposal=plan, **words)
    assert flows.change_decision(decision=decision, by=secretary, **words).confirmed_at is None
    flows.confirm_decision(decision=decision, by=secretary)
    assert flows.change_decision(decision=decision, by=secretary, **words).confirmed_at
    assert flows.change_decision(decision=decision, by=pmu, **words).confirmed_at is None
