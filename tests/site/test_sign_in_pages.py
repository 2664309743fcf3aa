"""Signing in looks like the rest of the site, in Easy Read, by label and never by placeholder (Q9, S2)."""

import re

import pytest
from django.core import mail

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["login/", "login/code/", "signup/", "inactive/"])
def test_pages_stand_in_our_frame(client, home_page, path):
    drawn = client.get(f"/accounts/{path}").content.decode()
    assert 'class="help-strip"' in drawn and drawn.count("<h1") == 1
    assert " style=" not in drawn and "placeholder=" not in drawn and "assword" not in drawn.replace("no password", "")


def test_every_line_to_type_in_has_a_label(client, home_page):
    drawn = client.get("/accounts/login/code/").content.decode()
    for field in re.findall(r'<input type="(?:email|tel|text)"[^>]* id="([^"]+)"', drawn):
        assert f'<label for="{field}">' in drawn


def test_a_code_comes_by_email_in_easy_read_and_signs_in(client, home_page):
    user = factories.make_user(email="sam@example.org")
    answer = client.post("/accounts/login/code/", {"email": "sam@example.org"}, follow=True)
    assert "Type your code" in answer.content.decode()
    sent = mail.outbox[0]
    code = re.search(r"^\d{3}-?\d{3}$", sent.body, re.MULTILINE)[0]
    assert "You asked for a code." in sent.body and "30 minutes" in sent.body
    assert all(len(line.split()) <= 15 for line in sent.body.splitlines())
    wrong = client.post("/accounts/login/code/confirm/", {"code": "000-000"}).content.decode()
    assert sent.subject == f"Your code is {code}"
    assert "This is not the right code." in wrong and "error-summary" in wrong and 'aria-invalid="true"' in wrong
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert client.session["_auth_user_id"] == str(user.pk)
    app = client.get("/accounts/2fa/totp/activate/").content.decode()
    assert "<svg" in app and "data:image" not in app and " style=" not in app
    key = client.get("/accounts/2fa/webauthn/add/").content.decode()
    assert "<h1>Add a passkey or a key</h1>" in key and " style=" not in key


def test_staff_pages_of_keys_draw(client, home_page):
    client.force_login(factories.make_user(email="sam@example.org"))
    for path in ("2fa/", "email/", "sessions/", "logout/"):
        drawn = client.get(f"/accounts/{path}", follow=True)
        assert drawn.status_code == 200 and "help-strip" in drawn.content.decode(), path
        assert " style=" not in drawn.content.decode()
