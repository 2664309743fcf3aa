"""What the history and the public record keep of a decision; nothing half kept, nothing twice (DESIGN.md 6.10)."""

import pytest
from wagtail.models import ModelLogEntry

from engagement.decisions import flows
from engagement.decisions.models import Decision
from engagement.record.flows import first_fault
from engagement.record.models import Entry
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
CORRECTION = {"correction_reason": "We wrote the wrong day."}
DONE = {"state": "done", "words": "Zebedee wrote to Mill Lane."}


@pytest.fixture
def decision(secretary, body, plan, words, heard):
    """A decision with one thing to do that is done already; not public yet."""
    to_do = {"what": "Write.", "owner": body, "owner_role": "Head of buses", "due_on": factories.today(5)}
    decision = flows.record_from_minutes(
        by=secretary, body=body, held_on=factories.today(-2), proposal=plan, actions=[to_do], **words
    )
    flows.add_update(action=decision.actions.get(), by=secretary, happened_on=factories.today(), **DONE)
    return decision


def facts(decision):
    """The facts on the record about a decision and its actions, oldest first, as a list of str."""
    about = [decision.public_id, *decision.actions.values_list("public_id", flat=True)]
    return list(Entry.objects.filter(subject__in=about).values_list("fact", flat=True))


def test_nothing_is_on_the_record_before_it_is_public(decision):
    assert facts(decision) == []


def test_what_was_promised_and_done_before_is_on_the_record_with_the_outcome(decision, pmu, body, plan, heard):
    flows.publish_outcome(decision=decision, by=pmu)
    assert facts(decision) == ["decision.published", "action.added", "action.updated"]
    published, added, updated = Entry.objects.order_by("number")[:3]
    assert published.data == {
        "plan": str(plan.public_id),
        "body": str(body.public_id),
        "met": factories.today(-2).isoformat(),
        "kind": "decided",
        "answers": None,
        "note_opened": factories.today(-25).isoformat(),
        "voices_opened": factories.today(-25).isoformat(),
        "voices": {str(heard.public_id): None},
        "replies": {str(heard.two[0].public_id): "yes", str(heard.two[1].public_id): "no"},
    }
    assert added.data["due"] == factories.today(5).isoformat() and updated.data["state"] == "done"


def test_the_record_names_nobody_and_the_history_says_who_did_what(decision, pmu, secretary, body, words):
    flows.change_decision(decision=decision, by=secretary, **words)
    flows.publish_outcome(decision=decision, by=pmu)
    flows.add_action(decision=decision, by=pmu, what="Call.", owner=body, due_on=factories.today(9))
    record = "".join(entry.line() for entry in Entry.objects.all())
    people = [pmu.email, secretary.email, str(pmu.public_id), pmu.first_name, "Zebedee", "Head of buses"]
    assert [name for name in people if name in record] == [] and first_fault() is None
    history = ModelLogEntry.objects.filter(action__startswith="decisions.").order_by("pk").values_list("action", "user")
    assert list(history) == [
        ("decisions.recorded", secretary.pk),
        ("decisions.action_updated", secretary.pk),
        ("decisions.changed", secretary.pk),
        ("decisions.published", pmu.pk),
        ("decisions.action_added", pmu.pk),
    ]


def test_a_correction_names_the_earlier_decision_on_the_record(decision, pmu, secretary, meeting, plan, words):
    flows.publish_outcome(decision=decision, by=pmu)
    later = flows.record_decision(
        by=secretary, meeting=meeting, proposal=plan, **words | CORRECTION | {"answers": decision}
    )
    flows.publish_outcome(decision=later, by=pmu)
    entry = Entry.objects.get(fact="decision.published", subject=later.public_id)
    assert entry.data["answers"] == str(decision.public_id)


def test_a_screen_that_is_a_moment_old_changes_nothing_that_is_public(decision, pmu, secretary, words):
    first, second = (Decision.objects.select_related("meeting").get(pk=decision.pk) for _ in range(2))
    flows.publish_outcome(decision=decision, by=pmu)
    with refused("This outcome is published already."):
        flows.publish_outcome(decision=first, by=pmu)
    with refused("Record a later decision"):
        flows.change_decision(decision=second, by=secretary, **words)


def test_confirming_twice_at_once_is_one_fact(pmu, secretary, meeting, plan, words):
    decision = flows.publish_outcome(
        decision=flows.record_decision(by=pmu, meeting=meeting, proposal=plan, **words), by=pmu
    )
    old = Decision.objects.get(pk=decision.pk)
    flows.confirm_decision(decision=decision, by=secretary)
    with refused("The body has confirmed this already."):
        flows.confirm_decision(decision=old, by=secretary)
    assert facts(decision) == ["decision.published", "decision.confirmed"]


@pytest.mark.parametrize("days", [1, 30])
def test_a_meeting_to_come_is_not_written_down(pmu, body, plan, words, days):
    with refused("This meeting has not happened yet."):
        flows.record_from_minutes(by=pmu, body=body, held_on=factories.today(days), proposal=plan, **words)


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [({"what": " "}, "Say in one"), ({"owner": None}, "which body does it"), ({"due_on": None}, "by which day")],
)
def test_an_action_says_what_who_and_when(decision, pmu, body, missing, sentence):
    to_do = {"what": "Write.", "owner": body, "due_on": factories.today(5)} | missing
    with refused(sentence):
        flows.add_action(decision=decision, by=pmu, **to_do)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"words": " "}, "Say in Easy Read what was done"),
        ({"happened_on": factories.today(1)}, "Choose today or a day before today."),
    ],
)
def test_an_update_that_is_refused_leaves_the_action_as_it_was(decision, pmu, wrong, sentence):
    action = made.make_action(decision)
    with refused(sentence):
        flows.add_update(**{"action": action, "by": pmu, "happened_on": factories.today(), **DONE} | wrong)
    assert action.state == "not_started"


def test_what_is_over_gets_no_more_updates_and_the_first_stays(decision, pmu):
    action = decision.actions.get()
    with refused("This action is done or stopped already."):
        flows.add_update(action=action, by=pmu, happened_on=factories.today(), state="started", words="We began.")
