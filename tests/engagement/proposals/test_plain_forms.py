"""What the author of a plan and a round meets in the editor: plain words, bodies that can decide, and the way on."""

import re

import pytest
from django.urls import reverse

from engagement.bodies.models import Body
from engagement.proposals import gates, panels
from engagement.proposals.models import ProposalsPage
from tests import factories

pytestmark = pytest.mark.django_db
RULE = re.compile(r"\((?:[A-Z]\d+|\d\.\d+)(?:, [^)]*)?\)")  # such as (3.12), (T8): for builders, not for authors


@pytest.fixture
def author(client, home_page):
    """The test client, signed in as somebody who may write every page."""
    client.force_login(factories.make_user(is_superuser=True, is_staff=True))
    return client


def new(author, kind, below):
    """The words of the editor of a new page. `kind`: its model's name; `below`: Page."""
    return author.get(reverse("wagtailadmin_pages:add", args=["proposals", kind, below.pk])).content.decode()


def test_only_bodies_that_can_decide_are_offered(author):
    """DESIGN.md 6.6: a list that offers 41 bodies and refuses 33 of them wastes an author's time."""
    factories.make_body("The Deciders", authority="decides")
    factories.make_body("The Advisers", authority="advises")
    factories.make_body("The Old Board", authority="decides", status=Body.Status.ENDED)
    page = new(author, "proposalpage", ProposalsPage.objects.get())
    decides = page[page.index('name="decided_by"') :].split("</select>")[0]
    asks = page[page.index('name="asked_by"') :].split("</select>")[0]
    assert "The Deciders" in decides and "The Advisers" not in decides and "The Old Board" not in decides
    assert "The Advisers" in asks and "The Old Board" not in asks


def test_a_body_that_ended_since_stays_in_a_plan_that_names_it(author):
    """A correction of an old plan is not stopped by a list."""
    plan = factories.make_proposal("Better buses")
    Body.objects.filter(pk=plan.decided_by_id).update(status=Body.Status.ENDED)
    page = author.get(reverse("wagtailadmin_pages:edit", args=[plan.pk])).content.decode()
    chosen = page[page.index('name="decided_by"') :].split("</select>")[0]
    assert f'value="{plan.decided_by_id}" selected' in chosen


def test_a_field_that_cannot_change_says_why(author):
    """T10: a grey box without a reason is a dead end."""
    plan = factories.make_round().proposal
    page = author.get(reverse("wagtailadmin_pages:edit", args=[plan.pk])).content.decode()
    assert page.index('name="decided_by"') and "This cannot change now. People were told it." in page


def test_no_rule_id_and_no_field_name_stands_in_the_forms(author):
    """N1: authors read plain words."""
    plan = factories.make_proposal("Better buses")
    for page in (new(author, "proposalpage", plan.get_parent()), new(author, "roundpage", plan)):
        assert not RULE.findall(re.sub(r"<script.*?</script>", "", page, flags=re.S))
        for name in ("Promise words", "May share", "Opens on", "Short reason", "Place on home", "Contact name"):
            assert name not in page


def test_the_day_of_twelve_weeks_is_worked_out_and_the_plan_is_one_press_away(home_page):
    """3.13: nobody counts 84 days by hand."""
    page = factories.make_ready_round(opens=10, closes=60)
    stands = panels.standing_of(page)
    assert "People need 12 weeks. So the last day is" in stands["words"][0]
    assert str(factories.today(94).year) in stands["words"][0] and str(factories.today(94).day) in stands["words"][0]
    page.proposal.cost = ""
    stands = panels.standing_of(page)
    assert stands["of_plan"] == [
        gates.OF_THE_PLAN[next(g for g in gates.OF_THE_PLAN if g.__name__ == "plan_says_what_it_costs")]
    ]
    assert stands["plan"].endswith(f"/pages/{page.proposal.pk}/edit/")


def test_a_plan_without_a_round_leads_on_to_one(author):
    """A1: after the plan nobody has to know that a round is a page below it."""
    plan = factories.make_proposal("Better buses")
    address = reverse("wagtailadmin_pages:add", args=["proposals", "roundpage", plan.pk])
    assert address in author.get(reverse("opening:list")).content.decode()
    factories.make_round(proposal=plan)
    assert address not in author.get(reverse("opening:list")).content.decode()
