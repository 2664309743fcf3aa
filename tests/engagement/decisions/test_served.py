"""A secretary's first screen: what their bodies have to decide, to confirm and to do, and what is late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from engagement.decisions import flows, reports
from engagement.decisions.models import Decision, FeltTrue
from engagement.people.roles import SECRETARY
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


def first_screen(client, user):
    """The words of the first screen of the admin of `user` (User)."""
    client.force_login(user)
    return client.get("/admin/").content.decode()


def test_a_plan_that_was_heard_waits_until_its_body_decided(client, heard, plan, body, secretary, pmu, meeting, words):
    """DESIGN.md 2: who waits for what, and what is late."""
    plan.decide_on = factories.today(-1)
    plan.save()
    waits = first_screen(client, secretary)
    assert f"/admin/outcomes/record/{plan.pk}/" in waits and "should have decided on" in waits
    assert "should have decided on" in first_screen(client, pmu)
    flows.record_decision(proposal=plan, meeting=meeting, by=secretary, **words)
    assert not reports.waiting_plans(type(body).objects.all())


def test_nothing_waits_before_anything_heard_is_published(client, heard, plan, secretary):
    heard.what_we_heard.published_at = None
    heard.what_we_heard.save()
    assert plan.title not in first_screen(client, secretary)


def test_what_the_unit_wrote_down_waits_to_be_confirmed(client, plan, secretary, pmu, meeting, words, roles):
    decision = flows.record_decision(proposal=plan, meeting=meeting, by=pmu, **words)
    assert decision.title in first_screen(client, secretary)
    assert decision.title not in first_screen(client, factories.make_user(SECRETARY))  # serves nobody
    flows.confirm_decision(decision=decision, by=secretary)
    assert decision.title not in first_screen(client, secretary)


def test_what_their_body_promised_and_is_late_stands_there(client, plan, body, secretary, meeting, words):
    decision = flows.record_decision(proposal=plan, meeting=meeting, by=secretary, **words)
    Decision.objects.filter(pk=decision.pk).update(published_at=timezone.now() - timedelta(days=9))
    late = {"what": "Ask the bus company.", "owner": body, "owner_role": "The chair", "due_on": factories.today(-2)}
    decision.actions.create(**late)
    assert "Ask the bus company." in first_screen(client, secretary)


def test_a_secretary_is_told_who_publishes(client, plan, secretary, pmu, meeting, words):
    """A1: no sentence promises a button that is not there."""
    decision = flows.record_decision(proposal=plan, meeting=meeting, by=secretary, **words)
    told = {}
    for user in (secretary, pmu):
        client.force_login(user)
        told[user] = client.get(f"/admin/outcomes/{decision.pk}/").content.decode()
    assert "The Programme Management Unit can publish it now." in told[secretary]
    assert "You can publish this outcome." in told[pmu] and "You can publish this outcome." not in told[secretary]


def test_words_about_a_promise_wait_on_the_first_screen_of_the_unit(client, heard, pmu):
    """3.14: what nobody reads is never shown, so somebody has to know that it is there."""
    assert "Did this feel true?</h3>" not in first_screen(client, pmu)
    FeltTrue.objects.create(voice=made.make_voice(heard), answer="no", why="Nobody came.")
    page = first_screen(client, pmu)
    assert "Words to read: 1</a>" in page and "Nobody came." not in page
