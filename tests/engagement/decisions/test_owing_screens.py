"""The screens for answers owed: the PMU sends, a secretary answers for their own bodies, few queries for many (F2)."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from engagement.decisions.models import Debt, DebtAnswer
from engagement.people.roles import CHECKER, SECRETARY
from tests import factories
from tests.engagement import telling

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(home_page, body):
    """What people told us, with a debt of the board in each state."""
    return telling.Told(body=body)


@pytest.fixture
def staff(client, pmu):
    """The test client, signed in as the PMU."""
    client.force_login(pmu)
    return client


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_pmu_sends_a_theme_from_its_own_screen(staff, told):
    theme = telling.make_told(told.page, [telling.tell(told.page)], title="Not sent")
    assert "Send “Not sent” to a body" in text(staff.get(reverse("owing:list")))
    assert reverse("owing:send", args=[theme.pk]) in text(staff.get(reverse("heard:theme", args=[theme.pk])))
    gone = staff.post(
        reverse("owing:send", args=[theme.pk]), {"body": told.body.pk, "due_on": factories.today(9).isoformat()}
    )
    debt = Debt.objects.get(theme=theme)
    assert gone.url == reverse("owing:one", args=[debt.pk]) and debt.due_on == factories.today(9)
    assert "Send “Not sent” to a body" not in text(staff.get(reverse("owing:list")))


def test_what_is_missing_is_told_and_what_was_typed_stays(staff, told):
    debt = told.debts[0]
    typed = {"answer": "no", "reason": "", "role": "The chair", "answered_on": factories.today().isoformat()}
    page = text(staff.post(reverse("owing:answer", args=[debt.pk]), typed))
    assert 'value="The chair"' in page and not DebtAnswer.objects.filter(debt=debt).exists()
    page = text(staff.post(reverse("owing:answer", args=[debt.pk]), typed | {"answer": "not_ours", "reason": "No."}))
    assert "Say which body can answer." in page
    staff.post(reverse("owing:answer", args=[debt.pk]), typed | {"reason": "There is no money."})
    assert DebtAnswer.objects.get(debt=debt).answer == "no"


def test_a_secretary_sees_and_answers_their_own_only(client, told, secretary):
    other = telling.make_debt(told.themes[0])
    client.force_login(secretary)
    page = text(client.get(reverse("owing:list")))
    assert told.body.plain_name in page and other.body.plain_name not in page
    assert client.get(reverse("owing:one", args=[other.pk])).status_code == 404
    assert client.get(reverse("owing:answer", args=[other.pk])).status_code == 404
    waits = told.debts[1]
    given = telling.make_answer(waits, confirmed=False)
    assert "Confirm: this is what the body answered" in text(client.get(reverse("owing:one", args=[waits.pk])))
    client.post(reverse("owing:confirm", args=[waits.pk, given.pk]))
    given.refresh_from_db()
    assert given.confirmed_at
    assert "Theme 0" in text(client.get("/admin/"))


def test_the_menu_leads_to_what_is_owed(client, pmu, secretary, roles):
    for user, is_there in ((pmu, True), (secretary, True), (factories.make_user(CHECKER), False)):
        client.force_login(user)
        assert (reverse("owing:list") in client.get(reverse("wagtailadmin_account")).content.decode()) is is_there


def test_a_secretary_of_no_body_sees_none(client, told, roles):
    client.force_login(factories.make_user(SECRETARY))
    assert "There is nothing here." in text(client.get(reverse("owing:list")))


@pytest.mark.parametrize(("show", "count"), [("", 4), ("late", 1), ("answered", 4), ("nonsense", 4)])
def test_the_list_shows_what_waits_what_is_late_and_what_was_answered(staff, told, show, count):
    page = text(staff.get(reverse("owing:list") + f"?show={show}"))
    assert page.count('<li class="panel">') == count


def queries_of(client, address):
    cache.clear()
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_many_debts_need_no_more_queries_than_few(staff, told):
    """F2: at most 25, the same for few and many."""
    theme, hidden = told.themes[5], telling.make_told(told.page, [telling.tell(told.page)], published=False)
    addresses = [
        reverse("owing:list"),
        reverse("owing:list") + "?show=answered",
        reverse("owing:one", args=[told.debts[5].pk]),
        reverse("heard:theme", args=[theme.pk]),
        reverse("heard:theme", args=[hidden.pk]),
        reverse("heard:round", args=[told.page.pk]),
    ]
    for address in addresses:  # the first of a process also asks what Wagtail keeps
        queries_of(staff, address)
    before = [queries_of(staff, address) for address in addresses]
    for number in range(20):
        later = telling.make_told(told.page, [telling.tell(told.page)], title=f"Later {number}")
        telling.make_answer(telling.make_debt(later, told.body), "not_ours")
        telling.make_debt(later, told.body)
        telling.make_answer(told.debts[5], "not_ours", confirmed=False)
    assert [queries_of(staff, address) for address in addresses] == before and max(before) <= 25
