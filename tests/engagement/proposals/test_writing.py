"""The PMU writes plans and rounds as pages: one form with the questions, kind errors, the promise asked for."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from engagement.people.roles import SECRETARY
from engagement.proposals.models import ProposalPage, ProposalsPage, RoundPage
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, pmu, home_page):
    """The test client, signed in as the PMU with its rights to pages."""
    give_rights()
    client.force_login(pmu)
    return client


def plan_form(**values):
    empty = {"easy_read": streamfield([]), "standard": streamfield([])}
    return nested_form_data(
        {"title": "Better buses", "slug": "better-buses", "summary": "We want better buses."} | empty | values
    )


def round_form(questions=(), **values):
    basic = {
        "title": "Tell us about buses",
        "slug": "tell-us",
        "kind": "have_your_say",
        "promise": "ask",
        "promise_words": "",
        "opens_on": factories.today(10),
        "closes_on": factories.today(100),
        "minutes": 10,
        "partners_said": "",
        "easy_read": streamfield([]),
        "standard": streamfield([]),
        "questions": streamfield(list(questions)),
    }
    return nested_form_data(basic | values)


def question(kind="yes_no", text="Do you like the bus?", choices=(), poll=""):
    rows = [
        {"value": {"text": choice, "standard_text": "", "picture": ""}, "order": str(n), "deleted": "", "id": ""}
        for n, choice in enumerate(choices)
    ]
    listed = {"count": str(len(rows))} | {str(n): row for n, row in enumerate(rows)}
    return (
        "question",
        {"kind": kind, "text": text, "standard_text": "", "help": "", "picture": "", "poll": poll, "choices": listed},
    )


def test_a_plan_is_made_in_the_admin(staff):
    parent = ProposalsPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["proposals", "proposalpage", parent.pk])
    assert "Who decides" in staff.get(address).content.decode()
    who = {"asked_by": factories.make_body().pk, "decided_by": factories.make_body().pk, "place_on_home": 100}
    staff.post(address, plan_form(**who))
    assert not ProposalPage.objects.get().live


@pytest.mark.parametrize("missing", ["promise", "opens_on", "minutes"])
def test_a_draft_without_what_is_always_needed_is_told_kindly(staff, missing):
    plan = factories.make_proposal()
    address = reverse("wagtailadmin_pages:add", args=["proposals", "roundpage", plan.pk])
    answer = staff.post(address, round_form(**{missing: ""}))
    assert answer.status_code == 200 and "This field is required" in answer.content.decode()
    assert not RoundPage.objects.exists()


def test_a_plan_without_its_bodies_is_told_kindly(staff):
    parent = ProposalsPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["proposals", "proposalpage", parent.pk])
    answer = staff.post(address, plan_form(asked_by="", decided_by="", place_on_home=100))
    assert answer.status_code == 200 and not ProposalPage.objects.exists()


def test_a_body_without_authority_is_not_named_as_the_one_that_decides(staff):
    parent, adviser = ProposalsPage.objects.get(), factories.make_body(authority="advises")
    address = reverse("wagtailadmin_pages:add", args=["proposals", "proposalpage", parent.pk])
    page = staff.post(address, plan_form(asked_by=adviser.pk, decided_by=adviser.pk, place_on_home=100))
    assert "This body has no authority to decide." in page.content.decode()


def test_a_round_with_its_questions_is_written_in_one_form(staff):
    plan = factories.make_proposal()
    address = reverse("wagtailadmin_pages:add", args=["proposals", "roundpage", plan.pk])
    asked = [question(), question("one", "Which is better?", ["Bus", "Train"], poll="weigh")]
    staff.post(address, round_form(asked))
    page = factories.make_live(RoundPage.objects.get().get_latest_revision_as_object())
    assert page.live and page.question_rows.count() == 2
    choices = page.question_rows.get(kind="one").choices.values_list("text", flat=True)
    assert list(choices)[:2] == ["Bus", "Train"]


def test_a_wrong_question_keeps_what_was_typed(staff):
    plan = factories.make_proposal()
    address = reverse("wagtailadmin_pages:add", args=["proposals", "roundpage", plan.pk])
    answer = staff.post(address, round_form([question("one", "Which is better?", ["Bus"])], **{"action-publish": "1"}))
    page = answer.content.decode()
    assert "Give at least 2 choices." in page and "Which is better?" in page and not RoundPage.objects.exists()


def test_the_last_day_is_not_before_the_first(staff):
    plan = factories.make_proposal()
    address = reverse("wagtailadmin_pages:add", args=["proposals", "roundpage", plan.pk])
    page = staff.post(address, round_form(closes_on=factories.today(5))).content.decode()
    assert "The last day is before the first day." in page and not RoundPage.objects.exists()


def test_a_secretary_works_on_no_pages(client, roles, home_page):
    give_rights()
    client.force_login(factories.make_user(SECRETARY))
    plan = factories.make_proposal()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk])).status_code in (302, 403)


def test_rounds_that_close_soon_are_on_the_first_screen(staff):
    factories.make_round(closes=5, title="Soon over")
    factories.make_round(closes=50, title="Long open")
    page = staff.get("/admin/").content.decode()
    assert "Soon over" in page and "Long open" not in page
