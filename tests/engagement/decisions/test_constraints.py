"""What the database itself refuses, behind every flow (DESIGN.md 6.6, 6.7)."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from engagement.decisions.models import Decision, Reply, RoundSummary, Update
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(plan):
    """A published decision."""
    return made.make_decision(plan)


DECISIONS = {
    "decisions_say_why": {"why": ""},
    "decisions_only_authority_decides": {"authority": None},
    "decisions_open_ones_name_who_is_next": {"kind": "noted", "authority": None},
    "decisions_public_ones_have_a_note": {"equality_note": ""},
}
REPLIES = {
    "decisions_reply_has_a_reason": {"answer": "no", "reason": ""},
    "decisions_not_ours_says_whose": {"answer": "not_ours"},
    "decisions_not_yet_says_when": {"answer": "not_yet"},
}


@pytest.mark.parametrize("rule", DECISIONS)
def test_a_decision(plan, rule):
    with pytest.raises(IntegrityError, match=rule):
        made.make_decision(plan, **DECISIONS[rule])


@pytest.mark.parametrize("kind", ["recommended", "noted", "put_off", "not_ours"])
def test_only_a_decision_stands_on_authority(plan, body, kind):
    with pytest.raises(IntegrityError, match="decisions_only_authority_decides"):
        made.make_decision(plan, kind=kind, next_body=body, authority=body.authority_to_decide)


@pytest.mark.parametrize("rule", REPLIES)
def test_a_reply(decision, heard, rule):
    with pytest.raises(IntegrityError, match=rule):
        made.make_reply(decision, heard.two[0], **REPLIES[rule])


def test_only_what_is_known_can_be_written(decision, heard, plan, body, pmu):
    """The values of a kind, an answer and a state are the ones that pages have words for."""
    action = made.make_action(decision)
    for rule, make in {
        "decisions_known_kind": lambda: made.make_decision(plan, kind="maybe", next_body=body),
        "decisions_known_answer": lambda: made.make_reply(decision, heard.two[0], answer="maybe"),
        "decisions_known_state_of_update": lambda: Update.objects.create(
            action=action, state="maybe", happened_on=factories.today(), words="x", recorded_by=pmu
        ),
    }.items():
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            make()


def test_every_value_that_pages_have_words_for_can_be_written(decision, heard, plan, body):
    for kind in Decision.Kind.values:
        made.make_decision(plan, kind=kind, next_body=body)
    for answer in Reply.Answer.values:
        decision.replies.all().delete()
        made.make_reply(decision, heard.two[0], answer=answer, whose=body, answer_by=factories.today())
    for state in Update.State.values:
        assert made.make_action(decision, state=state).updates.get().state == state


def test_one_summary_a_round(decision, heard):
    RoundSummary.objects.create(decision=decision, round=heard, voices=9)
    with pytest.raises(IntegrityError, match="(?i)unique"):
        RoundSummary.objects.create(decision=decision, round=heard, voices=9)


def test_one_reply_a_theme(decision, heard):
    made.make_reply(decision, heard.two[0])
    with pytest.raises(IntegrityError, match="(?i)unique"):
        made.make_reply(decision, heard.two[0])


def test_one_address_a_decision(decision, plan):
    with pytest.raises(IntegrityError, match="(?i)unique"):
        made.make_decision(plan, slug=decision.slug)


def test_an_update_has_words(decision, pmu):
    action = made.make_action(decision)
    with pytest.raises(IntegrityError, match="decisions_update_has_words"):
        Update.objects.create(action=action, state="done", happened_on=factories.today(), words="", recorded_by=pmu)


def test_nothing_that_a_decision_stands_on_can_be_removed(decision, heard):
    made.make_reply(decision, heard.two[0])
    made.make_action(decision, state="done")
    stands_on = [decision.authority, decision.meeting, decision.meeting.body, decision.recorded_by, heard.two[0]]
    for row in (*stands_on, decision):
        with pytest.raises(ProtectedError):
            row.delete()
