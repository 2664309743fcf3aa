"""Who works at an organisation, and how independent it is (EASY-READ.md 3.3): flows, screens, refusals."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import ModelLogEntry

from engagement.bodies.flows.organisations import (
    NEEDS_A_WAY,
    NOT_AN_ORGANISATION,
    NOT_TO_ITSELF,
    SWITCHED_OFF,
    WORKS_THERE,
    add_worker,
    end_worker,
    say_independence,
)
from engagement.bodies.models import Body, Independence, Worker
from engagement.bodies.permissions import organisations_of
from engagement.people.models import User
from engagement.people.roles import ADVOCACY_WORKER, SECRETARY
from tests import factories
from tests.engagement.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation(db):
    return factories.make_organisation("Speak Up")


@pytest.fixture
def staff(client, pmu, home_page):
    client.force_login(pmu)
    return client


def test_a_new_worker_is_invited_and_may_come_in(organisation, pmu):
    worker = add_worker(organisation=organisation, by=pmu, name="Ana Example", email="ana@example.org")
    user = User.objects.get(email="ana@example.org")
    assert worker.user == user and not user.has_usable_password()
    assert organisations_of(user) == [organisation] and user.has_role(ADVOCACY_WORKER)
    assert not user.has_perm("wagtailadmin.access_admin")
    assert ModelLogEntry.objects.get(action="bodies.worker_added").user == pmu


def test_somebody_who_signs_in_already_is_found(organisation, pmu, roles):
    """By the email or the phone that they have; what they were before, they stay."""
    known = factories.make_user(SECRETARY, email="Sam@example.org", phone="+447700900123")
    assert add_worker(organisation=organisation, by=pmu, email="sam@EXAMPLE.org").user == known
    other = factories.make_body("Talk Out", authority=None, status="current")
    Body.objects.filter(pk=other.pk).update(kind="organisation")
    other.refresh_from_db()
    assert add_worker(organisation=other, by=pmu, phone="+447700900123").user == known
    assert known.groups.filter(name=SECRETARY).exists() and len(organisations_of(User.objects.get(pk=known.pk))) == 2


def test_who_left_no_longer_comes_in_and_may_return(organisation, pmu):
    worker = add_worker(organisation=organisation, by=pmu, email="ana@example.org")
    end_worker(worker=worker, by=pmu)
    assert organisations_of(User.objects.get(pk=worker.user_id)) == []
    assert end_worker(worker=worker, by=pmu).left_on == factories.today()
    add_worker(organisation=organisation, by=pmu, email="ana@example.org")
    assert Worker.objects.count() == 2 and len(organisations_of(User.objects.get(pk=worker.user_id))) == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"email": ""}, NEEDS_A_WAY),
        ({"email": "twice@example.org"}, WORKS_THERE),
        ({"email": "off@example.org"}, SWITCHED_OFF),
    ],
)
def test_what_is_refused(organisation, pmu, given, sentence):
    add_worker(organisation=organisation, by=pmu, email="twice@example.org")
    factories.make_user(email="off@example.org", is_active=False)
    with refused(sentence):
        add_worker(organisation=organisation, by=pmu, **given)
    assert Worker.objects.count() == 1


def test_only_an_organisation_has_workers(pmu, organisation):
    board = factories.make_body()
    with refused(NOT_AN_ORGANISATION):
        add_worker(organisation=board, by=pmu, email="a@example.org")
    with refused(NOT_AN_ORGANISATION):
        say_independence(organisation=board, body=organisation, kind="independent", by=pmu)
    with refused(NOT_TO_ITSELF):
        say_independence(organisation=organisation, body=organisation, kind="independent", by=pmu)
    assert not User.objects.filter(email="a@example.org").exists()


def test_only_the_pmu_says_so(organisation, roles):
    user = factories.make_user(SECRETARY)
    board = factories.make_body()
    deeds = [
        lambda: add_worker(organisation=organisation, by=user, email="a@example.org"),
        lambda: say_independence(organisation=organisation, body=board, kind="provider", by=user),
    ]
    for deed in deeds:
        with refused("Only the Programme Management Unit", PermissionDenied):
            deed()


def test_saying_it_anew_replaces_it_and_the_history_keeps_both(organisation, pmu):
    board = factories.make_body()
    for kind in ("independent", "provider"):
        say_independence(organisation=organisation, body=board, kind=kind, by=pmu)
    assert Independence.objects.get().kind == "provider"
    kinds = [entry.data["kind"] for entry in ModelLogEntry.objects.filter(action="bodies.independence")]
    assert set(kinds) == {"independent", "provider"}


def test_the_screen_adds_ends_and_says(staff, organisation):
    address = reverse("bodies:workers", args=[organisation.pk])
    page = staff.post(address, {"email": "ana@example.org", "name": "Ana Example"}, follow=True).content.decode()
    assert "They can sign in with a code." in page and "Ana Example" in page
    again = staff.post(address, {"email": "ana@example.org"}).content.decode()
    assert WORKS_THERE in again
    board = factories.make_body()
    say = reverse("bodies:independence", args=[organisation.pk])
    page = staff.post(say, {"body": board.pk, "kind": "commissioned"}, follow=True).content.decode()
    assert "This body pays it." in page
    end = reverse("bodies:end_worker", args=[organisation.pk, Worker.objects.get().pk])
    assert "Nobody works here yet." in staff.post(end, follow=True).content.decode()


def test_the_page_of_a_body_leads_there(staff, organisation):
    address = reverse("bodies:workers", args=[organisation.pk])
    assert address in staff.get(reverse("bodies:edit", args=[organisation.pk])).content.decode()
    board = factories.make_body()
    assert staff.get(reverse("bodies:workers", args=[board.pk])).status_code == 404
    page = staff.get(reverse("bodies:edit", args=[board.pk])).content.decode()
    assert "Only an organisation has workers." in page


def test_many_workers_ask_no_more_queries(staff, organisation, django_assert_max_num_queries):
    """F2."""
    for _ in range(12):
        Worker.objects.create(organisation=organisation, user=factories.make_user())
        say = factories.make_body()
        Independence.objects.create(organisation=organisation, body=say, kind="independent")
    staff.get(reverse("bodies:workers", args=[organisation.pk]))
    with django_assert_max_num_queries(25):
        staff.get(reverse("bodies:workers", args=[organisation.pk]))
