"""Drafts: each change names somebody and says why; publishing says what is missing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from engagement.people.roles import SECRETARY
from engagement.record.models import Entry
from engagement.shaping.flows import publish_draft
from engagement.shaping.models import Change, Draft
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
WORDS = '[{"type": "heading", "value": "The plan"}]'


@pytest.fixture
def plan(home_page):
    """A plan."""
    return factories.make_proposal()


@pytest.fixture
def theme(plan):
    """A published theme of the plan."""
    page = factories.make_round(proposal=plan, opens=-90, closes=-30)
    made.publish_heard(page)
    return made.make_theme(page, title="Late buses")


@pytest.fixture
def staff(client, pmu):
    """The test client, signed in as the PMU."""
    client.force_login(pmu)
    return client


def make_draft(plan, number=1, **values):
    return Draft.objects.create(**{"proposal": plan, "number": number, "title": "A draft", "easy_read": WORDS} | values)


def change_row(**values):
    return {
        "before": "1 bus.",
        "after": "2 buses.",
        "taken": "on",
        "theme": "",
        "quote": "",
        "body": "",
        "reason": "You asked for it.",
        "standard": "",
        "id": "",
    } | values


def draft_form(plan, changes=()):
    return nested_form_data(
        {
            "proposal": plan.pk,
            "number": 2,
            "title": "Draft 2",
            "easy_read": streamfield([("heading", "The plan")]),
            "standard": streamfield([]),
            "unknown": "",
            "changes": inline_formset(list(changes)),
        }
    )


def test_a_draft_is_published_from_a_day(plan, pmu):
    draft = make_draft(plan)
    assert not Draft.objects.published().exists()
    publish_draft(draft=draft, by=pmu, on=factories.today(-9))
    assert list(Draft.objects.published()) == [draft] and draft.published_on == factories.today(-9)
    assert Entry.objects.get(fact="draft.published").data["number"] == 1


def test_a_draft_whose_day_nobody_knows_is_published_with_words(plan, pmu):
    draft = publish_draft(draft=make_draft(plan), by=pmu, date_words="The paper does not say when.")
    assert draft.published_on is None and list(Draft.objects.published()) == [draft]


def test_the_second_draft_says_what_changed_or_what_is_unknown(plan, pmu, theme):
    draft = make_draft(plan, 2)
    with pytest.raises(ValidationError, match="Say what changed in this draft"):
        publish_draft(draft=draft, by=pmu)
    Change.objects.create(draft=draft, after="2 buses.", reason="You asked for it.", theme=theme)
    assert publish_draft(draft=Draft.objects.get(pk=draft.pk), by=pmu).published_on
    assert publish_draft(draft=make_draft(plan, 3, unknown="We do not know."), by=pmu).published_on


@pytest.mark.parametrize(
    ("values", "sentence"),
    [({"easy_read": "[]"}, "in Easy Read first"), ({"published_on": factories.today(-3)}, "published already")],
)
def test_a_draft_that_is_not_ready_is_refused(plan, pmu, values, sentence):
    with pytest.raises(ValidationError, match=sentence):
        publish_draft(draft=make_draft(plan, **values), by=pmu)


def test_a_day_to_come_is_refused(plan, pmu):
    with pytest.raises(ValidationError, match="today or a day before"):
        publish_draft(draft=make_draft(plan), by=pmu, on=factories.today(3))


def test_only_the_pmu_publishes(plan, roles):
    with pytest.raises(PermissionDenied):
        publish_draft(draft=make_draft(plan), by=factories.make_user(SECRETARY))


@pytest.mark.parametrize(
    "values", [{"reason": ""}, {"reason": "", "taken": False}, {"body": None, "reason": "Because."}]
)
def test_the_database_keeps_whom_and_why(plan, values):
    body = factories.make_body()
    with pytest.raises(IntegrityError):
        Change.objects.create(**{"draft": make_draft(plan), "after": "x", "reason": "Because.", "body": body} | values)


def test_a_draft_is_written_in_one_form(staff, plan, theme):
    assert "Late buses" in staff.get(reverse("drafts:add")).content.decode()
    staff.post(reverse("drafts:add"), draft_form(plan, [change_row(theme=theme.pk)]))
    draft = Draft.objects.get()
    assert draft.changes.get().theme == theme
    assert "Publish" in staff.get(reverse("drafts:edit", args=[draft.pk])).content.decode()
    staff.post(reverse("drafts:publish", args=[draft.pk]), {"on": "", "date_words": ""})
    draft.refresh_from_db()
    assert draft.published_on == factories.today()
    assert staff.get(reverse("drafts:index")).status_code == 200


def test_a_change_that_names_nobody_is_told_and_nothing_is_kept(staff, plan):
    page = staff.post(reverse("drafts:add"), draft_form(plan, [change_row()])).content.decode()
    assert "Say because of whom" in page and "2 buses." in page and not Draft.objects.exists()


def test_a_theme_of_another_plan_is_refused(staff, plan, theme):
    page = staff.post(reverse("drafts:add"), draft_form(factories.make_proposal(), [change_row(theme=theme.pk)]))
    assert "of another plan" in page.content.decode() and not Draft.objects.exists()


def test_a_draft_is_not_changed_by_others(client, roles, plan):
    client.force_login(factories.make_user(SECRETARY))
    draft = make_draft(plan)
    for name, args in (("add", []), ("edit", [draft.pk]), ("publish", [draft.pk])):
        assert client.get(reverse(f"drafts:{name}", args=args)).status_code in (302, 403)


@pytest.mark.parametrize("count", [2, 25])
def test_a_draft_with_many_changes_takes_the_same_few_queries(staff, plan, theme, django_assert_max_num_queries, count):
    draft = make_draft(plan, 2)
    for number in range(count):
        Change.objects.create(draft=draft, after=f"{number} buses.", reason="You asked.", theme=theme)
        make_draft(plan, number + 3)
    staff.get("/admin/")  # the first request of a sign-in also writes down the session
    for address in (reverse("drafts:edit", args=[draft.pk]), reverse("drafts:index")):
        with django_assert_max_num_queries(25):
            assert staff.get(address).status_code == 200
