"""The screens for outcomes: one form for the whole, errors beside and at the top, nothing half kept (Q13, F2)."""

import pytest
from django.urls import reverse

from engagement.bodies.models import Meeting
from engagement.decisions.flows import publish_outcome, record_decision
from engagement.decisions.models import Decision
from engagement.people.roles import SECRETARY
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, pmu):
    """The test client, signed in as the PMU."""
    client.force_login(pmu)
    return client


@pytest.fixture
def typed(body, heard):
    """All fields of the form, filled in well."""
    first, second = heard.two
    return {
        "body": body.pk,
        "held_on": factories.today(-1),
        "place": "Hall",
        "kind": "decided",
        "title": "Yes to better buses.",
        "plain": "The board said yes.",
        "why": "Many people asked for it.",
        "equality_note": "The board thought about disabled people.",
        "note_opened_on": factories.today(-25),
        "voices_opened_on": factories.today(-25),
        f"theme-{first.pk}-answer": "yes",
        f"theme-{first.pk}-reason": "We want that too.",
        f"theme-{second.pk}-answer": "no",
        f"theme-{second.pk}-reason": "There is no money for that.",
        "action-0-what": "Buy 2 buses.",
        "action-0-owner": body.pk,
        "action-0-due_on": factories.today(60),
    }


def test_themes_are_there_before_anything_is_typed(staff, plan, heard):
    page = staff.get(reverse("outcomes:record", args=[plan.pk])).content.decode()
    for theme in heard.two:
        assert f"<legend>{theme.title}</legend>" in page and f'name="theme-{theme.pk}-answer"' in page


def test_one_form_records_meeting_words_replies_and_actions(staff, plan, typed):
    gone = staff.post(reverse("outcomes:record", args=[plan.pk]), typed)
    decision = Decision.objects.get()
    assert gone.url == reverse("outcomes:one", args=[decision.pk])
    assert (decision.replies.count(), decision.actions.count(), decision.meeting.place) == (2, 1, "Hall")
    assert decision.meeting.is_example == plan.is_example
    page = staff.get(gone.url).content.decode()
    assert "Everything is here." in page and "Not yet confirmed by the body" in page
    staff.post(reverse("outcomes:publish", args=[decision.pk]))
    decision.refresh_from_db()
    assert decision.published_at


@pytest.mark.parametrize(
    ("wrong", "sentence", "field"),
    [
        ({"why": ""}, "Please answer this", "id_why"),
        ({"kind": "noted"}, "Say which body answers next.", "id_next_body"),
        ({"action-0-owner": ""}, "required", "id_action-0-owner"),
        ({"held_on": factories.today(4)}, "has not happened yet", "id_held_on"),
    ],
)
def test_what_is_wrong_is_told_twice_and_what_was_typed_stays(staff, plan, typed, wrong, sentence, field):
    page = staff.post(reverse("outcomes:record", args=[plan.pk]), typed | wrong).content.decode()
    assert "error-summary" in page and f'href="#{field}"' in page and sentence in page
    assert "Yes to better buses." in page and "There is no money for that." in page and "Buy 2 buses." in page
    assert not Decision.objects.exists() and not Meeting.objects.exists()


def test_a_reply_without_its_reason_is_told_beside_it(staff, plan, typed, heard):
    name = f"theme-{heard.two[1].pk}-reason"
    page = staff.post(reverse("outcomes:record", args=[plan.pk]), typed | {name: ""}).content.decode()
    assert f'href="#id_{name}"' in page and "Say why in Easy Read." in page and not Decision.objects.exists()


def test_an_adviser_is_refused_with_a_kind_sentence(staff, plan, typed, adviser):
    page = staff.post(reverse("outcomes:record", args=[plan.pk]), typed | {"body": adviser.pk}).content.decode()
    assert "This body has no authority to decide." in page and 'href="#id_kind_0"' in page


def test_an_outcome_says_what_is_missing_and_is_written_anew(staff, plan, pmu, meeting, words, typed, heard):
    decision = record_decision(by=pmu, meeting=meeting, proposal=plan, **words | {"replies": words["replies"][:1]})
    address = reverse("outcomes:one", args=[decision.pk])
    assert "Answer the theme “Dear buses” and say why." in staff.get(address).content.decode()
    staff.post(reverse("outcomes:publish", args=[decision.pk]))
    change = reverse("outcomes:change", args=[decision.pk])
    assert "We want that too." in staff.get(change).content.decode()
    assert staff.post(change, typed).url == address
    decision.refresh_from_db()
    assert decision.replies.count() == 2 and decision.published_at is None


def test_a_later_decision_begins_with_the_earlier_replies(staff, plan, heard):
    earlier = made.make_decision(plan)
    made.make_reply(earlier, heard.two[0], reason="We had no time then.")
    page = staff.get(reverse("outcomes:record", args=[plan.pk]) + f"?answers={earlier.pk}").content.decode()
    assert "We had no time then." in page and f'<option value="{earlier.pk}" selected' in page


def test_actions_and_updates_are_added(staff, plan, body):
    decision = made.make_decision(plan)
    values = {"what": "Buy 2 buses.", "owner": body.pk, "due_on": factories.today(-3)}
    staff.post(reverse("outcomes:add_action", args=[decision.pk]), values)
    action = decision.actions.get()
    address = reverse("outcomes:add_update", args=[decision.pk, action.pk])
    page = staff.post(address, {"state": "done", "happened_on": factories.today(2), "words": "x"}).content.decode()
    assert "Choose today or a day before today." in page and not action.updates.exists()
    assert "Late" in staff.get(reverse("outcomes:list")).content.decode()
    staff.post(address, {"state": "done", "happened_on": factories.today(), "words": "We have 2 buses."})
    assert "We have 2 buses." in staff.get(reverse("outcomes:one", args=[decision.pk])).content.decode()


def test_a_secretary_sees_and_records_for_their_own_bodies_alone(client, secretary, plan, typed, adviser):
    client.force_login(secretary)
    other = made.make_decision(plan, body=factories.make_body(), title="A decision of others.")
    assert "A decision of others." not in client.get(reverse("outcomes:list")).content.decode()
    assert client.get(reverse("outcomes:one", args=[other.pk])).status_code == 404
    form = client.get(reverse("outcomes:record", args=[plan.pk])).content.decode()
    assert ">The Board</option>" in form
    refused = client.post(reverse("outcomes:record", args=[plan.pk]), typed | {"body": adviser.pk})
    assert refused.status_code == 200 and not Decision.objects.filter(title=typed["title"]).exists()
    client.post(reverse("outcomes:record", args=[plan.pk]), typed)
    decision = Decision.objects.get(title=typed["title"])
    assert decision.confirmed_at
    client.post(reverse("outcomes:publish", args=[decision.pk]))
    decision.refresh_from_db()
    assert decision.published_at is None


def test_a_secretary_confirms_what_the_pmu_wrote(client, secretary, pmu, meeting, plan, words):
    decision = record_decision(by=pmu, meeting=meeting, proposal=plan, **words)
    client.force_login(secretary)
    assert "Confirm" in client.get(reverse("outcomes:one", args=[decision.pk])).content.decode()
    client.post(reverse("outcomes:confirm", args=[decision.pk]))
    decision.refresh_from_db()
    assert decision.confirmed_at


@pytest.mark.parametrize("name", ["list", "choose"])
def test_nobody_else_sees_outcomes_here(client, roles, home_page, name):
    client.force_login(factories.make_user())
    assert client.get(reverse(f"outcomes:{name}")).status_code in (302, 403)


@pytest.mark.parametrize("count", [3, 40])
def test_lists_take_the_same_few_queries(staff, plan, pmu, django_assert_max_num_queries, count):
    for number in range(count):
        made.make_action(made.make_decision(plan, days=-3 - number), days=-1)
    for address in (reverse("outcomes:list"), reverse("outcomes:choose"), "/admin/"):
        with django_assert_max_num_queries(25):
            assert staff.get(address).status_code == 200


def test_one_outcome_takes_few_queries_with_many_actions(staff, plan, django_assert_max_num_queries):
    decision = made.make_decision(plan)
    for _ in range(30):
        made.make_action(decision, state="started")
    with django_assert_max_num_queries(25):
        staff.get(reverse("outcomes:one", args=[decision.pk]))


def test_publishing_by_a_flow_shows_on_the_first_screen(staff, plan, pmu, meeting, words):
    decision = record_decision(by=pmu, meeting=meeting, proposal=plan, **words)
    assert decision.title in staff.get("/admin/").content.decode()
    publish_outcome(decision=decision, by=pmu)
    assert decision.title not in staff.get("/admin/").content.decode()


def test_a_role_alone_serves_no_body(client, roles, plan):
    client.force_login(factories.make_user(SECRETARY))
    assert "There is no decision yet." in client.get(reverse("outcomes:list")).content.decode()
