"""The register of bodies in the admin: who may, what stays, how many queries (F2)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from engagement.bodies.flows import find_or_add_meeting, give_place
from engagement.bodies.models import Authority, Body, Fact, Meeting, Paper, Seat
from engagement.people.roles import SECRETARY
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, pmu, home_page):
    """The test client, signed in as the PMU."""
    client.force_login(pmu)
    return client


def authority_row(authority=None, **values):
    row = {"kind": "decides", "given_by": "", "plain": "They can decide.", "official": "", "paper": "", "section": "1"}
    return row | {"id": authority.pk if authority else ""} | values


def body_form(body=None, authorities=(), **values):
    basic = {
        "name": "The Board",
        "plain_name": "The board",
        "slug": "the-board",
        "kind": "board",
        "status": "current",
        "status_words": "",
        "plain": "They decide.",
        "remit": "",
        "picture": "",
        "meetings_per_year": "",
    }
    known = sum(1 for row in authorities if row["id"])
    rows = {"authorities": inline_formset(list(authorities), initial=known)}
    rows |= {name: inline_formset([]) for name in ("seats", "reporting_lines", "facts")}
    return nested_form_data(basic | rows | values)


def test_a_body_is_added_with_what_it_can_decide_and_is_in_the_history(staff, pmu):
    staff.post(reverse("bodies:add"), body_form(authorities=[authority_row()]))
    body = Body.objects.get(slug="the-board")
    assert body.can_decide and ModelLogEntry.objects.filter(object_id=str(body.pk), user=pmu).exists()
    assert "They can decide." in staff.get(reverse("bodies:edit", args=[body.pk])).content.decode()
    assert staff.get(reverse("bodies:history", args=[body.pk])).status_code == 200


def test_an_authority_that_a_decision_rests_on_stays(staff):
    body = factories.make_body()
    authority = body.authorities.get()
    made.make_decision(factories.make_proposal(decided_by=body))
    taken_out = body_form(authorities=[authority_row(authority, DELETE="1")])
    page = staff.post(reverse("bodies:edit", args=[body.pk]), taken_out).content.decode()
    assert (
        "A decision rests on what this body can decide." in page and Authority.objects.filter(pk=authority.pk).exists()
    )


def test_a_place_that_a_person_has_or_had_stays(staff, pmu):
    body = factories.make_body()
    seat = Seat.objects.create(body=body, kind="member", role="People", section="2", plain="Places.")
    give_place(seat=seat, by=pmu, email="pat@example.org", since=factories.today())
    row = {"kind": "member", "role": "People", "plain": "Places.", "section": "2", "id": seat.pk, "DELETE": "1"}
    sent = body_form() | nested_form_data({"seats": inline_formset([row], initial=1)})
    page = staff.post(reverse("bodies:edit", args=[body.pk]), sent).content.decode()
    assert "A person has or had this place." in page and Seat.objects.filter(pk=seat.pk).exists()


def test_a_fact_keeps_its_number_when_it_is_edited(staff):
    body = factories.make_body()
    authority = body.authorities.get()
    staff.post(
        reverse("bodies:edit", args=[body.pk]), body_form(authorities=[authority_row(authority, plain="New words.")])
    )
    assert Authority.objects.get(pk=authority.pk).plain == "New words."


def test_secretaries_are_chosen_among_those_with_the_role(staff, roles):
    body, secretary, other = factories.make_body(), factories.make_user(SECRETARY), factories.make_user()
    page = staff.get(reverse("bodies:edit", args=[body.pk])).content.decode()
    assert f'name="secretaries" value="{secretary.pk}"' in page and f'name="secretaries" value="{other.pk}"' not in page


@pytest.mark.parametrize("name", ["bodies", "meetings", "papers"])
def test_lists_are_searched_and_filtered(staff, name):
    factories.make_meeting(factories.make_body("Kent forum"))
    Paper.objects.create(slug="a", title="Kent paper", short_title="Kent paper")
    assert "Kent" in staff.get(reverse(f"{name}:index") + "?q=Kent").content.decode()
    assert "Kent" not in staff.get(reverse(f"{name}:index_results") + "?q=Surrey").content.decode()


@pytest.mark.parametrize("name", ["bodies", "meetings", "papers"])
@pytest.mark.parametrize("who", [SECRETARY, None])
def test_others_do_not_change_the_register(client, roles, home_page, name, who):
    client.force_login(factories.make_user(*([who] if who else [])))
    assert client.get(reverse(f"{name}:add")).status_code in (302, 403)


@pytest.mark.parametrize("count", [3, 30])
def test_a_body_with_many_facts_takes_the_same_few_queries(staff, django_assert_max_num_queries, count):
    body = factories.make_body()
    for number in range(count):
        Fact.objects.create(body=body, kind="does", section=str(number), plain="It does things.")
        factories.make_meeting(body, days=-1 - number)
        factories.make_body()
    staff.get("/admin/")  # the first request of a sign-in also writes down the session
    for address in (reverse("bodies:edit", args=[body.pk]), reverse("bodies:index"), reverse("meetings:index")):
        with django_assert_max_num_queries(25):
            assert staff.get(address).status_code == 200


def test_a_meeting_is_written_down_by_those_who_serve_the_body(roles):
    body, secretary = factories.make_body(), factories.make_user(SECRETARY)
    with pytest.raises(PermissionDenied):
        find_or_add_meeting(body=body, held_on=factories.today(-1), by=secretary)
    body.secretaries.add(secretary)
    made_once = {find_or_add_meeting(body=body, held_on=factories.today(-1), by=secretary).pk for _ in range(2)}
    assert made_once == {Meeting.objects.get().pk}
