"""The first administrator's link: once, within an hour, never by looking (SEAMS.md, Set-up)."""

import logging
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from engagement.people.first_admin import make_first_admin_token
from engagement.people.models import User
from engagement.people.roles import PMU
from tests import factories

pytestmark = pytest.mark.django_db
EMAIL = "first@example.org"


@pytest.fixture
def link(home_page, settings, capsys):
    settings.SITE_URL = "https://voice.example.org/"
    call_command("first_admin", EMAIL)
    printed = capsys.readouterr()
    assert "works once, within 1 hour" in printed.err
    return printed.out.strip()


@pytest.fixture
def path(link):
    assert link.startswith("https://voice.example.org/accounts/first/")
    return link.removeprefix("https://voice.example.org")


def press(client, path):
    """Open the link and press the button, as a person does. Returns the last response."""
    opened = client.get(path, follow=True)
    assert opened.redirect_chain == [("/accounts/first/", 302)]
    return client.post("/accounts/first/")


def test_it_signs_the_first_administrator_in(path, client):
    response = press(client, path)
    assert response.status_code == 302 and response.url == "/admin/"
    user = User.objects.get(email=EMAIL)
    assert user.is_superuser and user.has_role(PMU) and user.groups.filter(name=PMU).exists()
    assert not user.has_usable_password()
    assert client.get("/admin/").status_code == 200


def test_it_asks_for_a_second_step_where_the_site_wants_one(path, client, settings):
    settings.STAFF_SECOND_STEP = True
    assert "you set up a second step" in client.get(path, follow=True).content.decode()
    assert press(client, path).url == "/accounts/2fa/"
    assert client.get("/admin/").url == "/accounts/2fa/"
    assert client.get("/accounts/2fa/totp/activate/").status_code == 200  # without being asked who they are again


def test_looking_does_not_use_it(path, client):
    for _ in range(3):
        looked = Client().get(path, follow=True)
        assert "Press the button to sign in." in looked.content.decode()
    assert not User.objects.get(email=EMAIL).is_superuser
    assert press(client, path).status_code == 302


def test_it_works_once(path, client):
    press(client, path)
    again = press(Client(), path)
    assert again.status_code == 410 and "This link does not work any more" in again.content.decode()


def test_it_works_for_an_hour(path, client, monkeypatch):
    import time

    now = time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 3590)
    assert client.get(path, follow=True).status_code == 200
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 3610)
    assert press(client, path).status_code == 410
    assert not User.objects.get(email=EMAIL).is_superuser


@pytest.mark.parametrize("token", ["x", "a:b:c", "eyJ1c2VyIjoxfQ:1vabcd:abcdefghij"])
def test_a_made_up_link_does_nothing(home_page, client, token):
    assert press(client, f"/accounts/first/{token}/").status_code == 410
    assert not User.objects.exists()


def test_a_link_is_for_nothing_else(home_page, client, settings):
    from django.core import signing

    factories.make_user(email=EMAIL)
    other = signing.dumps({"user": 1, "mark": "", "lost": True}, salt="something.else")
    assert press(client, f"/accounts/first/{other}/").status_code == 410


def test_signing_in_another_way_ends_it(path, client):
    User.objects.filter(email=EMAIL).update(last_login=timezone.now() - timedelta(days=1))
    assert press(client, path).status_code == 410


def test_without_the_button_nothing_happens(path):
    strict = Client(enforce_csrf_checks=True)
    strict.get(path)
    assert strict.post("/accounts/first/").status_code == 403
    assert not User.objects.get(email=EMAIL).is_superuser


def test_a_lost_administrator_comes_back(home_page, client, settings):
    settings.STAFF_SECOND_STEP = True
    user = factories.make_user(email=EMAIL, is_active=False)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    press(client, f"/accounts/first/{make_first_admin_token(email=EMAIL.upper())}/")
    assert Authenticator.objects.filter(user=user).exists()  # only taken away when it was lost
    press(Client(), f"/accounts/first/{make_first_admin_token(email=EMAIL, lost_second_step=True)}/")
    assert not Authenticator.objects.filter(user=user).exists()
    user.refresh_from_db()
    assert User.objects.count() == 1 and user.is_active and user.is_superuser


def test_no_token_stands_in_a_log(path, caplog):
    """S8: not even when the form cannot be trusted."""
    token = path.split("/")[-2]
    strict = Client(enforce_csrf_checks=True)
    with caplog.at_level(logging.DEBUG):
        strict.get(path)
        strict.post("/accounts/first/")
        press(Client(), path)
        press(Client(), path)
    logged = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not [line for line in logged if token in line or EMAIL in line]


def test_a_wrong_address_is_told(db):
    with pytest.raises(CommandError, match="valid email"):
        call_command("first_admin", "nobody")
