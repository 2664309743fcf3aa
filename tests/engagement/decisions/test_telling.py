"""Who serves a body is told that people wait for its answer: at once, by email, without a word of what was said."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from engagement.decisions.flows import answer_debt, send_theme
from tests import factories
from tests.engagement import telling

pytestmark = pytest.mark.django_db
SAID = {"reason": "We want that too.", "role": "The chair"}


@pytest.fixture
def theme(home_page):
    """A theme that everybody can read, of words that nobody else may read in an email."""
    page = telling.make_tell_us()
    return telling.make_told(page, [telling.tell(page)])


def send(theme, body, pmu, on_commit, **values):
    """Send the theme to the body, and let what waits for the end of the transaction happen."""
    with on_commit(execute=True):
        return send_theme(theme=theme, body=body, due_on=factories.today(28), by=pmu, **values)


def test_each_secretary_gets_one_email_with_the_day_and_the_way(
    theme, body, secretary, pmu, django_capture_on_commit_callbacks
):
    debt = send(theme, body, pmu, django_capture_on_commit_callbacks)
    [letter] = mail.outbox
    assert letter.to == [secretary.email] and body.plain_name in letter.subject
    assert f"/admin/answers-owed/{debt.pk}/" in letter.body
    assert theme.title not in letter.body and theme.plain not in letter.body
    debt.refresh_from_db()
    assert debt.told_at


def test_nobody_is_told_of_a_day_that_has_passed_or_who_cannot_sign_in(
    theme, body, secretary, pmu, django_capture_on_commit_callbacks
):
    """What the Unit writes down afterwards, and the made-up programme, send no emails."""
    send(theme, body, pmu, django_capture_on_commit_callbacks, at=timezone.now() - timedelta(days=3))
    assert not mail.outbox
    others = factories.make_body("Others")
    others.secretaries.add(factories.make_user(is_active=False))
    debt = send(theme, others, pmu, django_capture_on_commit_callbacks)
    debt.refresh_from_db()
    assert not mail.outbox and debt.told_at is None


def test_a_mail_server_that_is_down_stops_nothing_and_the_screen_says_so(
    theme, body, secretary, pmu, client, monkeypatch, django_capture_on_commit_callbacks
):
    """R2: the debt stands. The Unit sees that it has to tell the body itself."""
    monkeypatch.setattr(EmailBackend, "send_messages", lambda *args: 0)
    debt = send(theme, body, pmu, django_capture_on_commit_callbacks)
    client.force_login(pmu)
    words = client.get(f"/admin/answers-owed/{debt.pk}/").content.decode()
    assert "Nobody got an email about this." in words
    client.force_login(secretary)
    assert theme.title in client.get("/admin/").content.decode()


def test_the_body_that_it_is_handed_on_to_is_told(theme, body, secretary, pmu, django_capture_on_commit_callbacks):
    other = factories.make_body("The Council", authority="decides")
    other.secretaries.add(pmu)
    debt = telling.make_debt(theme, body)
    with django_capture_on_commit_callbacks(execute=True):
        answer_debt(debt=debt, by=secretary, answer="not_ours", whose=other, answered_on=factories.today(), **SAID)
    assert [letter.to for letter in mail.outbox] == [[pmu.email]]
