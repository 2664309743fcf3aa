"""Whatever is done in whatever order, no round opens with a gate unmet (DESIGN.md 6.8, 3.13)."""

import random
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from easyread.flows import correct_page, take_down_page
from engagement.bodies.models import Authority
from engagement.people.roles import PMU
from engagement.proposals import flows, gates
from engagement.proposals.models import ProposalPage, RoundPage
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db
LOSES = [("contact_phone", ""), ("cost", ""), ("legal_duty", ""), ("standard", []), ("decide_on", None)]
BREAKS = [("promise_words", ""), ("standard", []), ("questions", []), ("short_reason", "Soon."), ("closes_on", None)]


class Story:
    """One round with its plan, and all that people may do about it."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.page = factories.make_ready_round(opens=3, closes=100)
        self.plan = self.page.proposal
        self.by = factories.make_user(PMU)

    def now(self):
        return RoundPage.objects.get(pk=self.page.pk)

    def write(self, page, breaks):
        """A new version of a page, broken in one place or whole as it was."""
        whole = {name: getattr(type(page).objects.get(pk=page.pk), name) for name, _ in breaks}
        name, value = self.chance.choice([*breaks, (breaks[0][0], whole[breaks[0][0]])])
        setattr(page, name, value)
        return page.save_revision()

    def publish_round(self):
        revision = self.now().latest_revision
        factories.check_version(revision)
        revision.publish()

    def publish_unchecked(self):
        self.write(self.now(), BREAKS).publish()

    def publish_broken(self):
        revision = self.write(self.now(), BREAKS)
        factories.check_version(revision)
        revision.publish()

    def correct_round(self):
        correct_page(page=self.now(), revision=self.write(self.now(), BREAKS), reason="It was wrong.", by=self.by)

    def publish_plan(self):
        revision = self.write(ProposalPage.objects.get(pk=self.plan.pk), LOSES)
        factories.check_version(revision)
        revision.publish()

    def mend_plan(self):
        plan = ProposalPage.objects.get(pk=self.plan.pk)
        for name, _ in LOSES:
            setattr(plan, name, getattr(self.plan, name))
        revision = plan.save_revision()
        factories.check_version(revision)
        revision.publish()

    def lose_authority(self):
        for authority in self.plan.decided_by.authorities.all():
            authority.delete()

    def gain_authority(self):
        Authority.objects.create(body=self.plan.decided_by, kind="decides", section="1", plain="They can decide.")

    def take_down_round(self):
        take_down_page(page=self.now(), reason="It was wrong.", by=self.by)

    def take_down_plan(self):
        take_down_page(page=ProposalPage.objects.get(pk=self.plan.pk), reason="It was wrong.", by=self.by)

    def let_a_day_pass(self):
        page = self.now()
        names = ("opens_on", "closes_on", "cleared_on", "formats_live_on")
        days = {name: getattr(page, name) and getattr(page, name) - timedelta(days=1) for name in names}
        RoundPage.objects.filter(pk=page.pk).update(**days)

    def sweep(self):
        flows.record_openings()

    def go_on(self):
        """One thing that somebody does, at random; a kind refusal is no fault."""
        deeds = [name for name in vars(Story) if not name.startswith("_") and name not in ("now", "write", "go_on")]
        deed = self.chance.choice([*deeds, "publish_round", "publish_round", "mend_plan", "let_a_day_pass"])
        with suppress(ValidationError):
            getattr(self, deed)()
        return deed


@pytest.mark.parametrize("seed", range(5))
def test_no_way_to_an_open_round_with_a_gate_unmet(home_page, roles, monkeypatch, seed):
    monkeypatch.setattr(gates, "can_be_drawn", lambda round: True)
    give_rights()
    story, done = Story(seed), []
    for _ in range(20):
        was_open = story.now().has_opened
        done.append(story.go_on())
        page = story.now()
        if page.has_opened and not was_open:
            assert gates.reasons_not_to_open(page, page.live_revision) == [], done
        assert not page.is_open or page.live
