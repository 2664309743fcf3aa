"""Signing in looks like the rest of the site, in Easy Read, by label and never by placeholder (Q9, S2)."""

import re
import time

import pytest
from django.core import mail

from easyread.rules import ERROR, check
from engagement.people.accounts import AccountAdapter
from tests import factories
from tests.engagement.voices.test_easy_words import errors_of

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


THEIRS = "site-packages"
MINE = ["login/", "login/code/", "login/code/confirm/", "signup/", "inactive/", "logout/", "email/", "confirm-email/"]
MINE += ["confirm-email/wrong/", "phone/change/", "phone/verify/", "2fa/", "2fa/totp/activate/", "2fa/webauthn/"]
MINE += [
    "2fa/webauthn/add/",
    "2fa/reauthenticate/",
    "2fa/authenticate/",
    "sessions/",
    "password/set/",
    "reauthenticate/",
]
MINE += ["password/change/", "password/reset/", "password/reset/done/", "password/reset/key/done/"]


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("path", MINE)
def test_every_page_that_people_can_reach_is_in_our_own_easy_read(client, home_page, path, signed_in):
    """Its words are in a template of ours, and our own check finds no error in them."""
    if signed_in:
        client.force_login(factories.make_user(email="sam@example.org"))
    drawn = client.get(f"/accounts/{path}", follow=True)
    assert drawn.status_code == 200 or path == "2fa/reauthenticate/"  # refused to those without a second step
    if drawn.templates and drawn.templates[0].origin:
        named = drawn.templates[0].name
        assert THEIRS not in drawn.templates[0].origin.name, named
    assert not errors_of(drawn.content.decode())


@pytest.mark.parametrize("path", ["set/", "change/", "reset/", "reset/key/1-x/"])
def test_nobody_can_get_a_password(client, home_page, path):
    user = factories.make_user(email="sam@example.org")
    for signed_in in (False, True):
        if signed_in:
            client.force_login(user)
        answer = client.post(f"/accounts/password/{path}", {"password1": "a long one 9", "password2": "a long one 9"})
        assert answer.status_code in (302, 405)
    user.refresh_from_db()
    assert not user.has_usable_password()


def test_a_person_changes_their_email_address_by_a_letter_in_easy_read(client, home_page):
    user = factories.make_user(email="sam@example.org")
    client.force_login(user)
    session = client.session  # signed in a moment ago, by a code
    session["account_authentication_methods"] = [{"method": "code", "at": time.time()}]
    session.save()
    client.post("/accounts/email/", {"email": "new@example.org", "action_add": "1"})
    letter = mail.outbox[-1]
    assert letter.to == ["new@example.org"] and not errors_in(letter)
    link = re.search(r"http\S+", letter.body)[0].removeprefix("http://testserver")
    page = client.get(link)
    assert "Is this your email address?" in page.content.decode() and not errors_of(page.content.decode())
    client.post(link)
    user.refresh_from_db()
    assert user.email == "new@example.org"
    assert not [error for sent in mail.outbox for error in errors_in(sent)]


def errors_in(letter):
    """What the Easy Read check calls an error in a mail, each with its line."""
    lines = [
        line for line in [letter.subject, *letter.body.splitlines()] if line and "@" not in line and "/" not in line
    ]
    return [(p.rule, line) for line in lines for p in check(line) if p.level == ERROR]


def test_the_text_with_a_code_is_easy_read(capsys):
    AccountAdapter().send_verification_code_sms(None, "+447700900123", "123456")
    sentences = re.split(r"(?<=\.) ", capsys.readouterr().out.split(": ", 1)[1].strip())
    assert len(sentences) == 3 and not [p for line in sentences for p in check(line) if p.level == ERROR]


def test_staff_pages_of_keys_draw(client, home_page):
    client.force_login(factories.make_user(email="sam@example.org"))
    for path in ("2fa/", "email/", "sessions/", "logout/"):
        drawn = client.get(f"/accounts/{path}", follow=True)
        assert drawn.status_code == 200 and "help-strip" in drawn.content.decode(), path
        assert " style=" not in drawn.content.decode()
