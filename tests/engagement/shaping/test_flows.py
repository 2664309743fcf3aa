"""Publishing a draft: in Easy Read, saying what changed because of whom; never by anybody but the PMU (DESIGN.md 2)."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from engagement.people.roles import PERMISSIONS, PMU
from engagement.record.models import Entry
from engagement.shaping.flows import publish_draft
from engagement.shaping.models import Change, Draft
from tests import factories
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
WORDS = json.dumps([{"type": "heading", "value": "Our plan", "id": "1"}])


@pytest.fixture
def plan(home_page):
    """A plan."""
    return factories.make_proposal()


@pytest.fixture
def draft(plan):
    """Its first draft in Easy Read; nobody can see it yet."""
    return made.make_draft(plan, published_on=None, easy_read=WORDS)


@pytest.fixture
def second(plan):
    """Its second draft; it does not say yet what changed."""
    return made.make_draft(plan, 2, published_on=None, easy_read=WORDS)


def published():
    """The numbers of the drafts that everybody can see, as a list of int."""
    return [draft.number for draft in Draft.objects.published()]


def test_it_is_seen_from_today_and_stands_on_the_record(draft, plan, pmu):
    assert published() == []
    publish_draft(draft=draft, by=pmu)
    draft.refresh_from_db()
    assert draft.published_on == timezone.localdate() and published() == [1]
    entry = Entry.objects.get(fact="draft.published")
    assert entry.subject == draft.public_id
    assert entry.data == {"number": 1, "changes": 0, "plan": str(plan.public_id)}
    assert ModelLogEntry.objects.get(action="shaping.published").user == pmu


def test_the_record_counts_the_changes_that_were_taken_and_names_nobody(second, pmu):
    made.make_change(second)
    made.make_change(second, taken=False, reason="Zebedee has no money.")
    publish_draft(draft=second, by=pmu)
    entry = Entry.objects.get(fact="draft.published")
    assert entry.data["changes"] == 1 and "Zebedee" not in entry.line() and pmu.email not in entry.line()


def test_an_earlier_day_can_be_given(draft, pmu):
    assert publish_draft(draft=draft, by=pmu, on=factories.today(-400)).published_on == factories.today(-400)


def test_when_the_day_is_not_known_its_words_are_shown_and_no_day_is_made_up(draft, pmu):
    publish_draft(draft=draft, by=pmu, on=factories.today(), date_words=" March 2019 ")
    draft.refresh_from_db()
    assert (draft.published_on, draft.date_words, published()) == (None, "March 2019", [1])


def test_a_day_to_come_is_refused(draft, pmu):
    with refused("Choose today or a day before today."):
        publish_draft(draft=draft, by=pmu, on=factories.today(1))


def test_a_draft_without_easy_read_is_refused(plan, pmu):
    draft = made.make_draft(plan, published_on=None)
    with refused("Write the draft in Easy Read first."):
        publish_draft(draft=draft, by=pmu)


@pytest.mark.parametrize("unknown", ["", " \n"])
def test_a_later_draft_says_what_changed(second, pmu, unknown):
    second.unknown = unknown
    with refused("Say what changed in this draft and because of whom."):
        publish_draft(draft=second, by=pmu)


def test_a_later_draft_may_say_what_we_do_not_know(second, pmu):
    """The west Kent paper names 3 groups and not who asked for what: that is said, and nothing is made up."""
    second.unknown = "We do not know who asked for what."
    assert publish_draft(draft=second, by=pmu).published_on


def test_a_suggestion_that_was_not_taken_is_told_too(second, pmu):
    made.make_change(second, taken=False, reason="There is no money.")
    assert publish_draft(draft=second, by=pmu).published_on


def test_what_is_out_is_not_published_again(draft, pmu):
    old = Draft.objects.get(pk=draft.pk)
    publish_draft(draft=draft, by=pmu, on=factories.today(-3))
    with refused("This draft is published already."):
        publish_draft(draft=old, by=pmu)
    assert Entry.objects.filter(fact="draft.published").count() == 1


@pytest.mark.parametrize("role", [*[role for role in PERMISSIONS if role != PMU], "", "a PMU user who left"])
def test_only_the_pmu_publishes(draft, roles, role):
    user = factories.make_user(PMU, is_active=False) if "left" in role else factories.make_user(*filter(None, [role]))
    with refused("Only the Programme Management Unit may publish a draft.", PermissionDenied):
        publish_draft(draft=draft, by=user)


BEHIND = {
    "shaping_change_has_a_reason": lambda draft: made.make_change(draft, reason=""),
    "shaping_change_names_somebody": lambda draft: Change.objects.create(draft=draft, after="x", reason="Better."),
    "(?i)unique": lambda draft: made.make_draft(draft.proposal, draft.number),
}


@pytest.mark.parametrize("rule", BEHIND)
def test_the_database_refuses_what_goes_behind_the_flow(draft, rule):
    with pytest.raises(IntegrityError, match=rule):
        BEHIND[rule](draft)
