"""What a body is given before it decides: an equality note and the summary of voices, each with its day (3.11)."""

import pytest

from engagement.decisions.flows import keep_summary, publish_outcome, record_decision
from engagement.decisions.models import RoundSummary
from engagement.record.models import Entry
from engagement.voices.models import ClosingCounts
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(pmu, meeting, plan, words):
    """Records the decision with `changes` to its words."""
    return lambda **changes: record_decision(by=pmu, meeting=meeting, proposal=plan, **words | changes)


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"equality_note": " "}, "Say how the body thought about what is fair."),
        ({"note_opened_on": None}, "Say on which day the body opened the equality note."),
        ({"voices_opened_on": None}, "Say on which day the body opened the summary of voices."),
        (
            {"note_opened_on": factories.today()},
            "The body must open this on or before the day of the meeting.",
        ),
        (
            {"voices_opened_on": factories.today()},
            "The body must open this on or before the day of the meeting.",
        ),
    ],
)
def test_without_it_nothing_is_decided(record, pmu, missing, sentence):
    decision = record(**missing)
    with refused(sentence):
        publish_outcome(decision=decision, by=pmu)


def test_there_is_no_summary_of_voices_before_the_last_round_has_closed(record, pmu, heard):
    heard.title = "Have your say"
    heard.save()
    decision = record(voices_opened_on=factories.today(-30))
    with refused("“Have your say” had not closed on that day. So there was no summary of voices yet."):
        publish_outcome(decision=decision, by=pmu)
    assert publish_outcome(decision=record(voices_opened_on=factories.today(-29), slug="two"), by=pmu).published_at


def test_a_round_that_came_after_the_meeting_is_no_part_of_it(record, pmu, plan):
    factories.make_round(proposal=plan, opens=0, closes=20, title="Did it get better?", publish=False, live=False)
    decision = publish_outcome(decision=record(), by=pmu)
    assert decision.summaries.count() == 1


def test_advice_needs_none_of_it(pmu, plan, words, adviser, body):
    nothing = {"equality_note": "", "note_opened_on": None, "voices_opened_on": None}
    advice = words | nothing | {"kind": "recommended", "next_body": body}
    meeting = factories.make_meeting(adviser)
    assert publish_outcome(
        decision=record_decision(by=pmu, meeting=meeting, proposal=plan, **advice), by=pmu
    ).published_at


def test_what_each_round_came_to_is_kept_with_the_outcome_and_on_the_record(record, pmu, heard):
    for number in range(39):
        whose = "summary" if number % 2 else "own_words"
        made.make_voice(heard, provenance=whose, speaking=("autistic", "carer", "staff")[number % 3])
    made.make_voice(heard, is_group=True, people_present=12)
    made.make_voice(heard, is_group=True, people_present=3)
    decision = publish_outcome(decision=record(), by=pmu)
    kept = decision.summaries.get()
    assert (kept.round, kept.voices, kept.workshops, kept.workshop_people, kept.small_workshops) == (
        heard,
        40,
        1,
        12,
        1,
    )
    assert kept.whose == {"own": 20, "others": 20} and set(kept.speaking) == {"people", "carers", "others"}
    fact = Entry.objects.get(fact="decision.published", subject=decision.public_id)
    assert fact.data["voices"] == {str(heard.public_id): 40}


def test_few_voices_are_nowhere_in_public(record, pmu, heard):
    kept = publish_outcome(decision=record(), by=pmu).summaries.get()
    assert kept.is_hidden and (kept.whose, kept.speaking) == (None, None)
    assert Entry.objects.get(fact="decision.published").data["voices"] == {str(heard.public_id): None}


def test_a_small_round_stays_hidden_whenever_the_pmu_says_so(record, pmu, heard):
    for _ in range(20):
        made.make_voice(heard)
    kept = publish_outcome(decision=record(), by=pmu).summaries.get()
    assert not kept.is_hidden
    kept.round.small_round = True
    assert kept.is_hidden


def test_what_stood_then_is_kept_once_and_never_changed(record, pmu, heard):
    decision = publish_outcome(decision=record(), by=pmu)
    kept = decision.summaries.get()
    made.make_voice(heard)
    assert keep_summary(decision) == [kept] and RoundSummary.objects.get().voices == 1
    with pytest.raises(TypeError, match="never changed"):
        kept.save()


def test_a_split_of_then_is_not_shown_beside_another_one_of_today(record, pmu, heard):
    """The difference of two splits would say whose words came late (P1)."""
    kept = publish_outcome(decision=record(), by=pmu).summaries.get()
    assert RoundSummary.objects.get().is_as_counted_now
    ClosingCounts.objects.filter(round=heard).update(late=kept.late + 1)
    assert not RoundSummary.objects.get(pk=kept.pk).is_as_counted_now


def test_someone_elses_view_is_apart_where_people_decide(record, pmu, heard):
    heard.promise = "decide"
    heard.save()
    made.make_voice(heard, provenance="someone_else")
    kept = publish_outcome(decision=record(), by=pmu).summaries.get()
    assert (kept.voices, kept.someone_else) == (1, 1)


def test_a_correction_says_why(record, pmu, body):
    earlier = publish_outcome(decision=record(), by=pmu)
    with refused("Say in Easy Read why there is a newer decision."):
        record(answers=earlier)
    later = record(answers=earlier, correction_reason="We wrote the wrong day.")
    assert later.corrects == earlier


def test_a_decision_cannot_put_right_what_nobody_has_seen(record, pmu):
    earlier = record()
    later = record(answers=earlier, correction_reason="We wrote the wrong day.")
    assert later.corrects is None
    with refused("Publish the earlier decision first. Or change it."):
        publish_outcome(decision=later, by=pmu)


def test_what_was_promised_for_later_is_answered_and_not_put_right(record, pmu, words, heard):
    not_yet = {"theme": heard.two[1], "answer": "not_yet", "reason": "We ask.", "answer_by": factories.today(9)}
    earlier = publish_outcome(decision=record(replies=[words["replies"][0], not_yet]), by=pmu)
    later = record(answers=earlier)
    assert later.corrects is None and publish_outcome(decision=later, by=pmu).published_at
