"""What a round needs of workshops and drafts before it opens: one exact sentence for each reason (3.14)."""

import pytest

from engagement.proposals.flows import record_openings
from engagement.proposals.gates import reasons_not_to_open
from engagement.proposals.models import RoundPage
from engagement.shaping.flows import publish_draft
from engagement.shaping.models import Draft
from tests import factories
from tests.engagement.shaping.shaped import make_workshop
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
NO_WORKSHOP = "You promise to make it together. First there must be a workshop about this plan."
EMPTY_PLACES = "You promise to make it together. In 1 workshop people must fill all their places."
FEW_DRAFTS = "You promise to make it together. First people must see 2 drafts of this plan."
NOT_OUT = "Publish draft 2 first. People have their say about the last draft."


@pytest.fixture
def plan(home_page):
    """A plan that lacks nothing of its own."""
    return factories.make_lawful_plan()


def reasons(plan, promise="together", kind="make_together"):
    """What a round of `plan` still needs of this room."""
    page = factories.make_ready_round(proposal=plan, promise=promise, kind=kind)
    factories.check_version(page.latest_revision)
    return reasons_not_to_open(page, page.latest_revision)


def test_with_nothing_made_together_nobody_can_promise_it(plan):
    assert reasons(plan) == [NO_WORKSHOP, FEW_DRAFTS]


def test_other_promises_need_no_workshop(plan):
    assert [reasons(plan, promise) for promise in ("tell", "ask", "decide")] == [[], [], []]


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"filled": 3}, [EMPTY_PLACES]),
        ({"lived": False}, [EMPTY_PLACES]),
        ({"days": 3}, [NO_WORKSHOP]),
        ({}, []),
    ],
)
def test_a_workshop_was_held_and_its_places_for_people_were_filled(plan, values, wanted):
    made.make_draft(plan)
    made.make_draft(plan, 2)
    make_workshop(plan, **values)
    assert reasons(plan) == wanted


def test_one_workshop_with_all_its_places_filled_is_enough(plan):
    made.make_draft(plan)
    made.make_draft(plan, 2)
    make_workshop(plan, filled=0)
    make_workshop(plan)
    assert reasons(plan) == []


def test_a_workshop_of_another_plan_does_not_count(plan):
    make_workshop(factories.make_proposal())
    assert NO_WORKSHOP in reasons(plan)


def test_people_have_seen_two_drafts(plan):
    make_workshop(plan)
    made.make_draft(plan)
    assert reasons(plan) == [FEW_DRAFTS]
    second = made.make_draft(plan, 2, published_on=None)
    assert reasons(plan) == [FEW_DRAFTS]
    Draft.objects.filter(pk=second.pk).update(published_on=factories.today())
    assert reasons(plan) == []


def test_people_have_their_say_about_the_last_draft_when_it_is_out(plan):
    made.make_draft(plan)
    assert reasons(plan, "ask", "have_your_say") == []
    made.make_draft(plan, 2, published_on=None)
    assert reasons(plan, "ask", "have_your_say") == [NOT_OUT]
    assert reasons(plan, "ask", "what_matters") == []


def clear(plan, opens=10):
    """A checked and published *Have your say* of `plan` that opens in `opens` days."""
    page = factories.make_ready_round(proposal=plan, opens=opens, kind="have_your_say", promise="ask")
    factories.publish_checked(page)
    return RoundPage.objects.get(pk=page.pk)


def test_the_last_draft_is_kept_at_opening_and_then_stays(plan, pmu):
    """Voices are about this draft, whatever is written later."""
    made.make_draft(plan)
    page = clear(plan)
    assert page.about_draft == 1 and page.cleared_on
    second = made.make_draft(plan, 2, published_on=None, easy_read=factories.easy_read(), unknown="We do not know.")
    page.refresh_from_db()
    assert page.cleared_on is None  # its last draft is not out
    publish_draft(draft=second, by=pmu)
    page.refresh_from_db()
    assert page.about_draft == 2 and page.cleared_on
    RoundPage.objects.filter(pk=page.pk).update(opens_on=factories.today())
    record_openings()
    made.make_draft(plan, 3)
    page.refresh_from_db()
    assert page.about_draft == 2 and page.is_open
    older = page.get_latest_revision_as_object()
    assert older.about_draft == 2  # no version brings another number back


def test_the_round_shows_and_links_the_draft_it_is_about(plan, client):
    made.make_draft(plan)
    page = clear(plan)
    told = client.get(page.url).content.decode()
    assert "This is about draft 1." in told and f'href="{plan.address}draft-1/"' in told


def test_a_workshop_that_is_put_right_closes_the_way_again(plan):
    """A place that was not filled after all takes the promise away before the round has opened."""
    made.make_draft(plan)
    made.make_draft(plan, 2)
    workshop = make_workshop(plan)
    page = factories.make_ready_round(proposal=plan, promise="together", kind="make_together")
    factories.publish_checked(page)
    assert RoundPage.objects.get(pk=page.pk).cleared_on
    place = workshop.places.get()
    place.filled = 1
    place.save()
    assert RoundPage.objects.get(pk=page.pk).cleared_on is None
