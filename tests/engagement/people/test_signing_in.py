"""Signing in: staff are sent to our own sign-in, need a role, and set up a second step (S5, docs/signing-in.md)."""

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail

from engagement.people.roles import ADVOCACY_WORKER, CHECKER, PMU, SECRETARY
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask_code(client, home_page):
    """Asks for a code by email and types it, as a person does. Returns the answer after the last redirect."""

    def ask_code(user, next=""):
        start = f"/accounts/login/code/?next={next}" if next else "/accounts/login/code/"
        client.post(start, {"email": user.email, "next": next}, follow=True)
        code = re.search(r"\d{3}-?\d{3}", mail.outbox[-1].body)[0]
        return client.post("/accounts/login/code/confirm/", {"code": code}, follow=True)

    return ask_code


def add_passkey(user):
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={})


def add_app(user):
    return TOTP.activate(user, generate_totp_secret())


def test_the_admin_sends_everybody_to_our_own_sign_in(client, home_page):
    for address in ("/admin/", "/admin/heard/", "/admin/outcomes/", "/admin/login/"):
        assert client.get(address).url.startswith("/accounts/login/"), address


def test_the_pmu_signs_in_by_a_code_and_reaches_the_admin(ask_code, pmu):
    answer = ask_code(pmu)
    assert answer.redirect_chain[-1][0] == "/admin/" and "Words to read" in answer.content.decode()


@pytest.mark.parametrize("role", [ADVOCACY_WORKER, None])
def test_a_person_without_a_role_in_the_admin_is_refused_kindly(client, ask_code, roles, role):
    answer = ask_code(factories.make_user(*([role] if role else [])))
    assert answer.redirect_chain[-1][0] == ("/support/" if role == ADVOCACY_WORKER else "/")
    refused = client.get("/admin/heard/")
    assert refused.status_code == 403 and "You have done nothing wrong." in refused.content.decode()


@pytest.mark.parametrize("role", [PMU, SECRETARY, CHECKER])
def test_staff_set_up_a_second_step_first(client, home_page, settings, roles, role):
    settings.STAFF_SECOND_STEP = True
    user = factories.make_user(role)
    client.force_login(user)
    for address in ("/admin/", "/admin/heard/"):
        assert client.get(address).url == "/accounts/2fa/"
    add_app(user)
    assert client.get("/admin/").status_code == 200


def test_without_that_setting_nobody_is_stopped(client, home_page, pmu):
    client.force_login(pmu)
    assert client.get("/admin/").status_code == 200


def test_a_second_step_is_asked_of_staff_who_have_one(client, ask_code, pmu):
    add_app(pmu)
    assert ask_code(pmu).redirect_chain[-1][0].startswith("/accounts/2fa/authenticate/")
    assert client.get("/admin/").status_code == 302


def test_a_passkey_never_shuts_out_a_person_who_is_not_staff(ask_code, roles):
    worker = factories.make_user(ADVOCACY_WORKER)
    add_passkey(worker)
    assert not get_adapter().is_mfa_enabled(worker)
    assert ask_code(worker).redirect_chain[-1][0] == "/support/"


def test_a_role_is_asked_once_and_a_switched_off_user_has_none(roles, django_assert_num_queries):
    user = factories.make_user(PMU)
    with django_assert_num_queries(1):
        assert user.has_role(PMU) and not user.has_role(SECRETARY)
    user.is_active = False
    assert not user.has_role(PMU)


def test_the_menu_of_the_pmu_is_short_and_in_order(client, home_page, pmu):
    from home.programme.rights import give_rights

    give_rights()
    client.force_login(pmu)
    page = client.get("/admin/").content.decode()
    wanted = [
        "Have your say",
        "Read what people said",
        "What we heard",
        "Drafts",
        "Outcomes",
        "Who decides",
        "Pictures and sound",
    ]
    places = [page.index(f'"{word}"') for word in wanted]
    assert places == sorted(places)
    assert '"Reports"' not in page and '"Help"' not in page


def test_the_menu_of_a_secretary_has_outcomes_alone(client, home_page, roles):
    client.force_login(factories.make_user(SECRETARY))
    page = client.get("/admin/").content.decode()
    assert '"Outcomes"' in page and '"Read what people said"' not in page and '"Who decides"' not in page
