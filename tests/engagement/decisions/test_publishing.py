"""No theme without a reply, no answer without a reason, or the outcome is not published (DESIGN.md 6.7)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from engagement.decisions.flows import confirm_decision, publish_outcome, record_decision
from engagement.decisions.gates import reasons_not_to_publish
from engagement.decisions.models import Decision
from engagement.record.models import Entry
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(pmu, meeting, plan, words):
    """Records the decision with `changes` to its words."""
    return lambda **changes: record_decision(by=pmu, meeting=meeting, proposal=plan, **words | changes)


def refused(decision, by):
    with pytest.raises(ValidationError) as refusal:
        publish_outcome(decision=decision, by=by)
    assert Decision.objects.get(pk=decision.pk).published_at is None
    assert not Entry.objects.filter(fact="decision.published").exists()
    return refusal.value.messages


def test_an_outcome_is_published_and_recorded(record, pmu, plan, heard):
    decision = publish_outcome(decision=record(), by=pmu)
    entry = Entry.objects.get(fact="decision.published")
    assert entry.subject == decision.public_id and entry.data["plan"] == str(plan.public_id)
    assert entry.data["replies"] == {str(heard.two[0].public_id): "yes", str(heard.two[1].public_id): "no"}


def test_a_theme_without_a_reply_stops_it(record, pmu, words):
    assert refused(record(replies=words["replies"][:1]), pmu) == ["Answer the theme “Dear buses” and say why."]


def test_a_reason_of_spaces_stops_it(record, pmu, heard):
    decision = record()
    decision.replies.filter(theme=heard.two[1]).update(reason="  ")
    assert refused(decision, pmu) == ["Say why in Easy Read for “Dear buses”."]


def test_a_body_that_lost_its_authority_stops_it(record, pmu, body):
    decision = record()
    body.status = "ended"
    body.save()
    decision = Decision.objects.get(pk=decision.pk)
    assert "no authority to decide" in refused(decision, pmu)[0]


def test_voices_that_were_not_heard_stop_a_decision(record, pmu, plan):
    decision = record()
    late = factories.make_round(proposal=plan, opens=-60, closes=-28, title="Try it out")
    made.make_voice(late)
    assert refused(decision, pmu) == ["Publish what we heard in “Try it out” first."]


def test_a_decision_without_an_equality_note_stops(record, pmu):
    assert refused(record(equality_note=""), pmu) == ["Say how the body thought about what is fair."]


def test_each_reason_is_easy(record, pmu, plan):
    decision = record(replies=[], equality_note="")
    made.make_voice(factories.make_round(proposal=plan, opens=-60, closes=-28, title="Try it out"))
    reasons = reasons_not_to_publish(decision)
    assert len(reasons) == 4 and all(len(reason.split()) <= 15 for reason in reasons)


def test_what_was_put_off_stays_owed_until_a_later_answer_is_published(record, pmu, body, plan, heard):
    replies = [
        {"theme": theme, "answer": "not_yet", "reason": "We need more time.", "answer_by": factories.today(30)}
        for theme in heard.two
    ]
    first = publish_outcome(decision=record(kind="put_off", next_body=body, replies=replies), by=pmu)
    assert list(Decision.objects.still_owed()) == [first]
    meeting = factories.make_meeting(body, days=0)
    answers = [{"theme": theme, "answer": "yes", "reason": "We can do it now."} for theme in heard.two]
    later = record_decision(
        by=pmu,
        meeting=meeting,
        proposal=plan,
        kind="decided",
        title="Yes.",
        plain="Yes.",
        why="We can.",
        equality_note="They thought about it.",
        note_opened_on=factories.today(-1),
        voices_opened_on=factories.today(-1),
        answers=first,
        replies=answers,
    )
    assert list(Decision.objects.still_owed()) == [first]
    publish_outcome(decision=later, by=pmu)
    assert not Decision.objects.still_owed().exists()


def test_an_earlier_day_can_be_given(record, pmu):
    then = timezone.now() - timedelta(days=40)
    assert publish_outcome(decision=record(), by=pmu, at=then).published_at == then
    assert Entry.objects.get(fact="decision.published").day == timezone.localdate(then)


def test_it_is_published_once(record, pmu):
    decision = publish_outcome(decision=record(), by=pmu)
    with pytest.raises(ValidationError, match="published already"):
        publish_outcome(decision=decision, by=pmu)


def test_a_secretary_does_not_publish(record, secretary):
    with pytest.raises(PermissionDenied):
        publish_outcome(decision=record(), by=secretary)


def test_confirming_a_published_outcome_is_a_public_fact(record, pmu, secretary):
    decision = publish_outcome(decision=record(), by=pmu)
    confirm_decision(decision=decision, by=secretary)
    assert Entry.objects.filter(fact="decision.confirmed", subject=decision.public_id).exists()
