"""Recording a decision: who may, when, with which authority, and nothing half kept (DESIGN.md 6.6)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone

from engagement.bodies.models import Meeting
from engagement.decisions.flows import change_decision, confirm_decision, record_decision, record_from_minutes
from engagement.decisions.models import Decision
from engagement.people.roles import SECRETARY
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


def refused(**values):
    with pytest.raises(ValidationError) as refusal:
        record_decision(**values)
    assert not Decision.objects.filter(title=values["title"]).exists()
    return refusal.value.message_dict


def test_the_pmu_records_from_minutes_and_the_body_has_not_confirmed(pmu, meeting, plan, words):
    decision = record_decision(by=pmu, meeting=meeting, proposal=plan, **words)
    assert decision.slug == "yes-to-better-buses" and decision.authority.kind == "decides"
    assert (decision.confirmed_at, decision.published_at, decision.replies.count()) == (None, None, 2)


def test_a_secretary_records_and_has_confirmed(secretary, meeting, plan, words):
    assert record_decision(by=secretary, meeting=meeting, proposal=plan, **words).confirmed_at


def test_a_secretary_of_another_body_is_refused(meeting, plan, words, roles):
    with pytest.raises(PermissionDenied):
        record_decision(by=factories.make_user(SECRETARY), meeting=meeting, proposal=plan, **words)


def test_only_a_secretary_of_the_body_confirms(pmu, secretary, meeting, plan, words):
    decision = record_decision(by=pmu, meeting=meeting, proposal=plan, **words)
    with pytest.raises(PermissionDenied):
        confirm_decision(decision=decision, by=pmu)
    assert confirm_decision(decision=decision, by=secretary).confirmed_at
    with pytest.raises(ValidationError, match="confirmed this already"):
        confirm_decision(decision=decision, by=secretary)


def test_a_body_without_authority_does_not_decide(pmu, adviser, plan, words):
    errors = refused(by=pmu, meeting=factories.make_meeting(adviser), proposal=plan, **words)
    assert errors == {"kind": ["This body has no authority to decide. It can give advice. Then say who decides next."]}


def test_an_ended_body_does_not_decide(pmu, meeting, plan, words):
    meeting.body.status = "ended"
    assert "kind" in refused(by=pmu, meeting=meeting, proposal=plan, **words)


def test_a_body_that_the_plan_does_not_name_does_not_decide(pmu, plan, words):
    other = factories.make_meeting(factories.make_body())
    assert "does not say that this body decides" in refused(by=pmu, meeting=other, proposal=plan, **words)["kind"][0]


def test_a_body_to_which_it_was_passed_on_may_decide(pmu, meeting, plan, words):
    other = factories.make_body()
    passed = words | {"kind": "not_ours", "next_body": other, "replies": []}
    record_decision(by=pmu, meeting=meeting, proposal=plan, **passed)
    record_decision(by=pmu, meeting=factories.make_meeting(other), proposal=plan, **words)


def test_an_adviser_recommends_and_names_who_decides(pmu, adviser, body, plan, words):
    meeting = factories.make_meeting(adviser)
    advice = words | {"kind": "recommended"}
    assert refused(by=pmu, meeting=meeting, proposal=plan, **advice) == {"next_body": ["Say which body answers next."]}
    cannot = advice | {"next_body": factories.make_body(authority="advises")}
    assert "can only give advice" in refused(by=pmu, meeting=meeting, proposal=plan, **cannot)["next_body"][0]
    decision = record_decision(by=pmu, meeting=meeting, proposal=plan, **advice | {"next_body": body})
    assert decision.authority is None and decision.next_body == body


@pytest.mark.parametrize("kind", ["noted", "put_off", "not_ours"])
def test_what_is_not_decided_names_who_answers_next(pmu, meeting, plan, words, kind):
    errors = refused(by=pmu, meeting=meeting, proposal=plan, **words | {"kind": kind, "replies": []})
    assert errors == {"next_body": ["Say which body answers next."]}


def test_the_database_keeps_authority_and_who_is_next(plan):
    with pytest.raises(IntegrityError):
        made.make_decision(plan, authority=None)


def test_the_database_keeps_who_is_next(plan):
    with pytest.raises(IntegrityError):
        made.make_decision(plan, kind="noted")


@pytest.mark.parametrize("name", ["title", "plain", "why"])
def test_each_missing_text_is_told_beside_its_field(pmu, meeting, plan, words, name):
    assert list(refused(by=pmu, meeting=meeting, proposal=plan, **words | {name: " "})) == [name]


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        ({"answer": "no", "reason": " "}, "say why in Easy Read"),
        ({"answer": "not_ours", "reason": "It is not ours."}, "say which body can answer"),
        ({"answer": "not_yet", "reason": "We wait."}, "say by which day"),
    ],
)
def test_a_reply_that_lacks_something_keeps_nothing(pmu, meeting, plan, words, heard, reply, sentence):
    words["replies"][1] = {"theme": heard.two[1]} | reply
    assert sentence in refused(by=pmu, meeting=meeting, proposal=plan, **words)["replies"][0]


def test_a_body_that_did_not_decide_says_neither_yes_nor_no(pmu, meeting, plan, words):
    put_off = words | {"kind": "put_off", "next_body": meeting.body}
    errors = refused(by=pmu, meeting=meeting, proposal=plan, **put_off)["replies"]
    assert len(errors) == 2 and "did not decide" in errors[0]


def test_a_theme_of_another_plan_is_refused(pmu, meeting, plan, words):
    words["replies"][0]["theme"] = made.make_theme(factories.make_round())
    assert "not in what we heard" in refused(by=pmu, meeting=meeting, proposal=plan, **words)["replies"][0]


def test_the_database_keeps_one_reply_with_a_reason(plan, heard):
    with pytest.raises(IntegrityError):
        made.make_reply(made.make_decision(plan), heard.two[0], answer="no", reason="")


def test_a_meeting_to_come_has_decided_nothing(pmu, body, plan, words):
    coming = factories.make_meeting(body, days=3)
    assert "has not happened yet" in refused(by=pmu, meeting=coming, proposal=plan, **words)["held_on"][0]


def test_actions_hang_on_the_reply_to_their_theme(pmu, meeting, plan, words, heard):
    actions = [{"what": "Buy 2 buses.", "owner": meeting.body, "due_on": factories.today(60), "theme": heard.two[0]}]
    decision = record_decision(by=pmu, meeting=meeting, proposal=plan, actions=actions, **words)
    assert decision.actions.get().reply.theme == heard.two[0]


def test_a_wrong_action_keeps_nothing(pmu, meeting, plan, words):
    actions = [{"what": "Buy 2 buses.", "owner": None, "due_on": factories.today(60)}]
    assert "owner" in refused(by=pmu, meeting=meeting, proposal=plan, actions=actions, **words)


def test_two_decisions_with_one_title_have_two_addresses(pmu, body, plan, words):
    slugs = [
        record_decision(by=pmu, meeting=factories.make_meeting(body, days), proposal=plan, **words).slug
        for days in (-9, -8, -7)
    ]
    assert slugs == ["yes-to-better-buses", "yes-to-better-buses-2", "yes-to-better-buses-3"]


def test_an_earlier_day_of_writing_down_can_be_given(pmu, meeting, plan, words):
    then = timezone.now() - timedelta(days=50)
    assert record_decision(by=pmu, meeting=meeting, proposal=plan, at=then, slug="old", **words).recorded_at == then


def test_an_unpublished_decision_is_written_anew(pmu, secretary, meeting, plan, words):
    decision = record_decision(by=secretary, meeting=meeting, proposal=plan, **words)
    change_decision(
        decision=decision, by=pmu, **words | {"why": "The law asks for it.", "replies": words["replies"][:1]}
    )
    decision.refresh_from_db()
    assert (decision.why, decision.replies.count(), decision.confirmed_at) == ("The law asks for it.", 1, None)


def test_a_published_decision_is_put_right_by_a_later_one(pmu, body, plan, words):
    decision = made.make_decision(plan)
    with pytest.raises(ValidationError, match="Record a later decision"):
        change_decision(decision=decision, by=pmu, **words)
    again = {"correction_reason": "We wrote the wrong number."}
    later = record_decision(
        by=pmu, meeting=factories.make_meeting(body), proposal=plan, **words | {"answers": decision} | again
    )
    assert list(decision.answered_by.all()) == [later]


def test_it_answers_only_a_decision_about_the_same_plan(pmu, meeting, plan, words):
    other = made.make_decision(factories.make_proposal())
    assert "answers" in refused(by=pmu, meeting=meeting, proposal=plan, **words | {"answers": other})


def test_a_meeting_is_written_down_once(pmu, body, plan, words):
    for _ in range(2):
        record_from_minutes(by=pmu, body=body, held_on=factories.today(-1), place="Hall", proposal=plan, **words)
    assert Meeting.objects.get().place == "Hall"


def test_a_refused_decision_leaves_no_meeting(pmu, body, plan, words):
    with pytest.raises(ValidationError):
        record_from_minutes(by=pmu, body=body, held_on=factories.today(-1), proposal=plan, **words | {"why": ""})
    assert not Meeting.objects.exists()


def test_the_same_press_twice_is_one_decision_r2(pmu, meeting, plan, words, body):
    """The answer was lost, so the person pressed again. Other words, or another reply, are another decision."""
    actions = [{"what": "Buy a bus.", "owner": body, "due_on": factories.today(30)}]
    first = record_decision(by=pmu, meeting=meeting, proposal=plan, actions=actions, **words)
    again = record_decision(by=pmu, meeting=meeting, proposal=plan, actions=actions, **words)
    assert again.pk == first.pk and Decision.objects.count() == first.actions.count() == 1
    replies = [words["replies"][0], words["replies"][1] | {"reason": "There is no money now."}]
    other = record_decision(by=pmu, meeting=meeting, proposal=plan, actions=actions, **words | {"replies": replies})
    assert other.pk != first.pk and other.replies.count() == 2
