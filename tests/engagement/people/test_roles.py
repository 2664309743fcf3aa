"""What each role may do: one table, the same that the admin and the flows ask (DESIGN.md 1)."""

import pytest
from django.contrib.auth.models import Group

from engagement.bodies.flows import may_add_meeting
from engagement.decisions import permissions as decisions
from engagement.heard import permissions as heard
from engagement.people import roles as our
from engagement.people.roles import ADVOCACY_WORKER, CHECKER, PERMISSIONS, PMU, SAFEGUARDING, SECRETARY, ensure_roles
from engagement.shaping import permissions as shaping
from tests import factories

pytestmark = pytest.mark.django_db

# What may be done → the roles that may. A secretary here serves one body, `own`; nobody serves `other`.
MAY = {
    "enter the admin": {PMU, SECRETARY, CHECKER, SAFEGUARDING},
    "read what people said": {PMU},
    "publish what we heard": {PMU},
    "publish a draft": {PMU},
    "record for the body they serve": {PMU, SECRETARY},
    "record for another body": {PMU},
    "write down a meeting of the body they serve": {PMU, SECRETARY},
    "write down a meeting of another body": {PMU},
    "publish an outcome": {PMU},
    "remove a decision": set(),
    "remove a body": set(),
    "make users": set(),
}
ASK = {
    "enter the admin": lambda user, own, other: user.has_perm("wagtailadmin.access_admin"),
    "read what people said": lambda user, own, other: heard.may_read(user),
    "publish what we heard": lambda user, own, other: heard.may_publish(user),
    "publish a draft": lambda user, own, other: shaping.may_publish(user),
    "record for the body they serve": lambda user, own, other: decisions.may_record(user, own),
    "record for another body": lambda user, own, other: decisions.may_record(user, other),
    "write down a meeting of the body they serve": lambda user, own, other: may_add_meeting(user, own),
    "write down a meeting of another body": lambda user, own, other: may_add_meeting(user, other),
    "publish an outcome": lambda user, own, other: decisions.may_publish(user),
    "remove a decision": lambda user, own, other: user.has_perm("decisions.delete_decision"),
    "remove a body": lambda user, own, other: user.has_perm("bodies.delete_body"),
    "make users": lambda user, own, other: user.has_perm("people.add_user"),
}


def allowed(user):
    """All that `user` (User) may do, as a set of names. A secretary serves one of two bodies."""
    own, other = factories.make_body(), factories.make_body()
    if user.has_role(SECRETARY) and not user.is_superuser:
        own.secretaries.add(user)
    return {name for name, ask in ASK.items() if ask(user, own, other)}


@pytest.mark.parametrize("role", [*PERMISSIONS, ""])
def test_each_role_may_do_its_own_work_and_no_more(roles, role):
    user = factories.make_user(*filter(None, [role]))
    assert allowed(user) == {name for name, who in MAY.items() if role in who}


@pytest.mark.parametrize("role", PERMISSIONS)
def test_whoever_left_may_do_nothing(roles, role):
    assert allowed(factories.make_user(role, is_active=False)) == set()


def test_an_administrator_may_do_all_of_it(roles):
    assert allowed(factories.make_user(is_superuser=True)) == set(MAY)


def test_an_advocacy_worker_does_not_enter_the_admin(roles):
    assert not PERMISSIONS[ADVOCACY_WORKER]


def test_making_the_roles_again_changes_nothing_and_keeps_what_a_site_added(roles):
    extra = next(iter(roles[PMU].permissions.all()))
    roles[CHECKER].permissions.add(extra)
    before = {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()}
    ensure_roles()
    after = {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()}
    assert after == before


def test_a_slip_in_the_table_is_seen_at_once(monkeypatch):
    monkeypatch.setitem(our.PERMISSIONS, CHECKER, ["heard.read_everything"])
    with pytest.raises(LookupError, match="No such permission: heard.read_everything"):
        ensure_roles()
