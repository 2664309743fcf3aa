"""What the author and the PMU see of the gates, and kind refusals on every road through the admin."""

import html

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from engagement.people.roles import SECRETARY
from engagement.proposals import gates
from engagement.proposals.models import ProposalPage, RoundPage
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The PDF takes seconds; test_gates.py tries it."""
    monkeypatch.setattr(gates, "can_be_drawn", lambda round: True)


@pytest.fixture
def staff(client, pmu, home_page):
    """The test client, signed in as the PMU with its rights to pages."""
    give_rights()
    client.force_login(pmu)
    return client


def show(client, address):
    return html.unescape(client.get(address, follow=True).content.decode())


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def round_form(page, **values):
    """What a browser posts for a round: its fields as they are, without its long texts."""
    basic = {name: getattr(page, name) or "" for name in ("title", "slug", "kind", "promise", "promise_words")}
    basic |= {"opens_on": page.opens_on, "closes_on": page.closes_on or "", "minutes": page.minutes}
    basic |= {"partners_said": "", "short_reason": page.short_reason, "picture": ""}
    texts = {
        "easy_read": streamfield([("picture_and_words", {"words": "You can take the bus.", "picture": ""})]),
        "standard": streamfield([]),
        "questions": streamfield([]),
    }
    return nested_form_data(basic | texts | values)


def test_the_author_sees_each_missing_thing_while_writing(staff):
    page = factories.make_ready_round(proposal=factories.make_lawful_plan(cost=""), questions=[])
    text = show(staff, edit(page))
    assert "This cannot open yet." in text
    for sentence in ("Say in the plan what it costs.", "Write at least 1 question.", gates.NOT_CHECKED):
        assert f"<li>{sentence}</li>" in text
    assert f"<li>{gates.STAYS[gates.standard_is_there]}</li>" not in text


def test_the_author_of_a_new_round_is_told_to_save_first(staff):
    plan = factories.make_lawful_plan()
    text = show(staff, reverse("wagtailadmin_pages:add", args=["proposals", "roundpage", plan.pk]))
    assert "Save a draft. Then you see here what is still missing before people can answer." in text


def test_the_author_sees_that_everything_is_there(staff):
    page = factories.make_ready_round()
    factories.check_version(page.latest_revision)
    assert "You can publish it." in show(staff, edit(page))
    page.latest_revision.publish()
    assert "It opens on" in show(staff, edit(page))


def test_the_unit_sees_every_round_with_what_it_needs(staff):
    factories.make_ready_round(title="Not checked")
    factories.make_round(title="Open one")
    factories.make_round(title="Long closed", opens=-90, closes=-1)
    text = show(staff, reverse("opening:list"))
    assert "Not checked" in text and f"<li>{gates.NOT_CHECKED}</li>" in text
    assert "Open one" in text and "People can answer now." in text
    assert "Long closed" not in text


def test_the_list_asks_about_each_round_in_few_queries(staff, django_assert_max_num_queries):
    address = reverse("opening:list")
    staff.get(address)
    for _ in range(3):
        factories.make_round()
    with django_assert_max_num_queries(45):
        staff.get(address)


def test_nobody_else_sees_them(client, roles, open_round):
    client.force_login(factories.make_user(SECRETARY))
    for address in (reverse("opening:list"), reverse("opening:close_later", args=[open_round.pk])):
        assert client.get(address).status_code == 302


def test_publishing_too_early_is_refused_with_the_sentences(staff):
    page = factories.make_ready_round()
    answer = staff.post(edit(page), round_form(page, **{"action-publish": "1"}), follow=True)
    text = html.unescape(answer.content.decode())
    assert answer.status_code == 200 and not RoundPage.objects.get(pk=page.pk).live
    for sentence in (gates.STAYS[gates.standard_is_there], gates.NOT_CHECKED):
        assert sentence in text


def test_what_people_were_told_is_shown_and_cannot_be_typed_over(staff):
    page = factories.make_round()
    text = show(staff, edit(page))
    assert "This cannot change now. People were told it." in text
    assert "This moves only to a later day, with a reason that everybody can read." in text
    staff.post(edit(page), round_form(page, promise="decide", closes_on=factories.today(20)))
    written = RoundPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (written.promise, written.closes_on) == ("ask", factories.today(80))


def test_who_decides_is_shown_and_cannot_be_chosen_anew(staff):
    page, other = factories.make_round(), factories.make_body()
    plan = ProposalPage.objects.get(pk=page.proposal.pk)
    form = {"title": plan.title, "slug": plan.slug, "summary": plan.summary, "place_on_home": 100}
    form |= {"asked_by": plan.asked_by_id, "decided_by": other.pk, "easy_read": streamfield([])}
    staff.post(edit(plan), nested_form_data(form | {"standard": streamfield([])}))
    assert plan.get_latest_revision_as_object().decided_by_id == plan.decided_by_id


def test_a_cleared_round_is_not_moved_to_another_plan(staff):
    page, other = factories.make_round(), factories.make_lawful_plan()
    where = page.get_parent()
    staff.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk]), follow=True)
    staff.post(
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={page.pk}",
        {"chooser": other.pk},
        follow=True,
    )
    assert RoundPage.objects.get(pk=page.pk).get_parent() == where


def test_a_copy_in_the_admin_starts_as_a_draft_of_its_own(staff):
    page = factories.make_round()
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    assert staff.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form).status_code == 302
    copy = RoundPage.objects.get(slug="copy")
    assert not copy.live and copy.cleared_on is None and copy.public_id != page.public_id


def test_a_round_has_no_second_address(staff):
    page = factories.make_round()
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk, "alias": "on"}
    text = html.unescape(
        staff.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form, follow=True).content.decode()
    )
    assert "A round or a plan cannot be at 2 addresses." in text
    assert not RoundPage.objects.filter(slug="copy").exists()
