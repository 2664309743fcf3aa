"""Which bodies can decide (DESIGN.md 6.6), who writes down that they met, and what the database insists on."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from wagtail.models import ModelLogEntry

from engagement.bodies.flows import find_or_add_meeting
from engagement.bodies.models import Authority, Body, Meeting, ReportingLine
from engagement.bodies.permissions import serves
from engagement.people.roles import PERMISSIONS, PMU, SECRETARY
from tests import factories
from tests.engagement.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(db):
    """A body that decides."""
    return factories.make_body("The Board")


@pytest.fixture
def secretary(body, roles):
    """A secretary of that body."""
    user = factories.make_user(SECRETARY)
    body.secretaries.add(user)
    return user


@pytest.mark.parametrize("status", Body.Status.values)
@pytest.mark.parametrize("kind", [*Authority.Kind.values, None])
def test_the_register_and_the_body_say_the_same_of_who_can_decide(db, kind, status):
    body = factories.make_body(authority=kind, status=status)
    assert body.can_decide == (kind in ("decides", "delegated") and status != "ended")
    assert list(Body.objects.able_to_decide()) == ([body] if body.can_decide else [])


def test_one_right_among_many_is_enough_and_the_body_is_listed_once(body):
    for kind in ("advises", "delegated", "decides"):
        Authority.objects.create(body=body, kind=kind, section="2", plain="They can do this.")
    assert Body.objects.able_to_decide().count() == 1
    assert Body.objects.get(pk=body.pk).authority_to_decide.kind == "decides"


def test_a_meeting_is_written_down_once_and_what_is_known_stays(body, pmu):
    first = find_or_add_meeting(body=body, held_on=factories.today(-1), by=pmu, place=" Hall ", plain="About buses.")
    again = find_or_add_meeting(body=body, held_on=factories.today(-1), by=pmu, place="Another hall")
    assert again == first and Meeting.objects.get().place == "Hall"
    log = ModelLogEntry.objects.get(object_id=str(first.pk), action="wagtail.create", content_type__model="meeting")
    assert log.user == pmu


def test_a_secretary_writes_down_meetings_of_their_own_bodies_only(body, secretary):
    assert serves(secretary, body) and find_or_add_meeting(body=body, held_on=factories.today(), by=secretary)
    with refused("meetings of your own bodies only", PermissionDenied):
        find_or_add_meeting(body=factories.make_body(), held_on=factories.today(), by=secretary)


@pytest.mark.parametrize("role", [*[role for role in PERMISSIONS if role != PMU], ""])
def test_nobody_else_writes_down_meetings(body, roles, role):
    with refused("meetings of your own bodies only", PermissionDenied):
        find_or_add_meeting(body=body, held_on=factories.today(), by=factories.make_user(*filter(None, [role])))


def test_a_secretary_who_left_serves_no_more(body, secretary):
    secretary.is_active = False
    assert not serves(secretary, body)
    with refused("meetings of your own bodies only", PermissionDenied):
        find_or_add_meeting(body=body, held_on=factories.today(), by=secretary)


BEHIND = {
    "bodies_not_to_itself": lambda body: ReportingLine.objects.create(
        body=body, to=body, kind="reports", section="1", plain="It answers to itself."
    ),
    "(?i)unique.*meeting": lambda body: [factories.make_meeting(body) for _ in range(2)],
    "(?i)unique.*name": lambda body: factories.make_body(body.name),
}


@pytest.mark.parametrize("rule", BEHIND)
def test_the_database_refuses_what_goes_behind(body, rule):
    with pytest.raises(IntegrityError, match=rule):
        BEHIND[rule](body)
