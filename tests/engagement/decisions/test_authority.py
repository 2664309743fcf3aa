"""Only a body with authority decides, and no body can name itself (6.6); who is next stays owed (3.13, 3.14)."""

import pytest

from engagement.bodies.models import Authority, Body
from engagement.decisions.flows import change_decision, publish_outcome, record_decision
from engagement.decisions.gates import is_named
from engagement.decisions.models import Decision
from engagement.trail.owed import owed_by
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
DECIDE = ("decides", "delegated")


@pytest.fixture
def record(pmu, plan, words):
    """Records a decision of a body, `days` from today, with `changes` to its words."""

    def record(body, days=-1, **changes):
        meeting = body.meetings.filter(held_on=factories.today(days)).first() or factories.make_meeting(body, days)
        return record_decision(by=pmu, meeting=meeting, proposal=plan, **words | changes)

    return record


@pytest.fixture
def name(plan):
    """Makes the plan name a body as the one that decides, whatever the plan's own check says."""

    def name(body):
        plan.decided_by = body
        plan.save(clean=False)
        return body

    return name


@pytest.mark.parametrize("kind", [*Authority.Kind.values, None])
def test_each_kind_of_authority(record, name, kind):
    body = name(factories.make_body(authority=kind))
    if kind in DECIDE:
        assert record(body).authority.kind == kind
    else:
        factories.make_meeting(body)
        with refused("This body has no authority to decide."):
            record(body)


@pytest.mark.parametrize("kind", DECIDE)
def test_a_body_that_ended_decides_no_more(record, name, kind):
    body = name(factories.make_body(authority=kind, status=Body.Status.ENDED))
    factories.make_meeting(body)
    with refused("This body has no authority to decide."):
        record(body)


def test_its_own_right_is_named_before_a_right_given_to_it(record, name):
    body = name(factories.make_body(authority="delegated"))
    Authority.objects.create(body=body, kind="decides", section="2", plain="They decide.", sort_order=9)
    assert record(Body.objects.get(pk=body.pk)).authority.kind == "decides"


@pytest.mark.parametrize("values", [{"authority": "advises"}, {"authority": "decides", "status": "ended"}])
def test_advice_goes_to_a_body_that_can_decide(record, adviser, values):
    factories.make_meeting(adviser)
    with refused("Choose a body that can decide."):
        record(adviser, kind="recommended", next_body=factories.make_body(**values))


@pytest.mark.parametrize("kind", ["put_off", "noted", "recommended"])
def test_no_body_names_itself_as_the_one_that_decides(record, plan, kind):
    other = factories.make_body()
    record(other, days=-9, kind=kind, next_body=other, replies=[])
    factories.make_meeting(other)
    assert not is_named(other, plan)
    with refused("The plan does not say that this body decides."):
        record(other)


def test_what_is_not_ours_goes_to_another_body(record, meeting):
    with refused("Choose another body. This is the body that met."):
        record(meeting.body, kind="not_ours", next_body=meeting.body, replies=[])


def test_a_theme_that_is_not_ours_goes_to_another_body_and_it_may_decide(record, plan, words, heard, body):
    late, other = heard.two[0], factories.make_body()
    factories.make_meeting(body)
    mine = {"theme": late, "answer": "not_ours", "reason": "It is for others."}
    with refused("“Late buses”: choose another body."):
        record(body, replies=[mine | {"whose": body}])
    record(body, replies=[mine | {"whose": other}])
    assert is_named(other, plan) and record(other).authority


@pytest.mark.parametrize("kind", Decision.OPEN_KINDS)
def test_it_stays_owed_until_a_later_answer_is_public(pmu, plan, body, record, words, kind):
    """A later decision that is only written down answers nothing yet."""
    first = made.make_decision(plan, kind=kind, next_body=body)
    later = record(body, days=0, answers=first)
    assert list(Decision.objects.still_owed()) == [first] and [owed.kind for owed in owed_by(body)] == ["answer"]
    publish_outcome(decision=later, by=pmu)
    assert not Decision.objects.still_owed().exists() and owed_by(body) == []


def test_a_reply_of_not_yet_stays_owed_until_a_later_answer_is_public(plan, body, heard, record, pmu):
    first = made.make_decision(plan)
    made.make_reply(first, heard.two[0], "not_yet", answer_by=factories.today(9))
    later = record(body, days=0, answers=first)
    assert [owed.what for owed in owed_by(body)] == ["Late buses"]
    publish_outcome(decision=later, by=pmu)
    assert owed_by(body) == []


def test_an_answer_that_decides_nothing_is_owed_in_its_turn(pmu, plan, body):
    first, second = (made.make_decision(plan, kind="put_off", next_body=body, published=False) for _ in range(2))
    Decision.objects.filter(pk=second.pk).update(answers=first)
    for decision in (first, Decision.objects.get(pk=second.pk)):
        decision.proposal.decisions.filter(pk=decision.pk).update(published_at=decision.recorded_at)
    assert list(Decision.objects.still_owed()) == [second]


def test_a_correction_of_the_same_meeting_names_what_it_puts_right(record, body):
    wrong = record(body)
    assert record(body, answers=wrong, correction_reason="We wrote the wrong day.").answers == wrong


@pytest.mark.parametrize("days", [-2, -1])
def test_a_decision_never_answers_itself_or_a_later_one(pmu, words, record, body, days):
    """So that two put-off decisions cannot answer each other and owe nothing."""
    early, late = record(body, days=-2), record(body, days=-1)
    answered = early if days == -2 else late
    with refused("Choose an earlier decision about the same plan."):
        change_decision(decision=early, by=pmu, **words | {"answers": answered})


def test_a_round_that_is_not_heard_yet_does_not_stop_advice(pmu, plan, adviser, body, record):
    """Advice may come while people speak (3.13); a decision may not."""
    made.make_voice(factories.make_round(proposal=plan, title="Say more"))
    advice = record(adviser, kind="recommended", next_body=body)
    assert publish_outcome(decision=advice, by=pmu).published_at
    decision = record(body)
    with refused("Publish what we heard in “Say more” first."):
        publish_outcome(decision=decision, by=pmu)
