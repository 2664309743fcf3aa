"""A lead's team: invites, leaving, what was entered, and the table that needs a second step (3.3)."""

import csv
import io
import re
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagement.bodies.flows import inviting
from engagement.bodies.flows.organisations import end_worker
from engagement.bodies.models import Worker
from engagement.bodies.permissions import organisations_of
from engagement.voices import flows
from engagement.voices.disarming import armed, disarmed
from engagement.voices.entered import lines_of
from tests import factories
from tests.engagement.voices.support.conftest import make_worker, tell


@pytest.fixture
def lead(roles, organisation):
    """A worker who leads the organisation."""
    user = make_worker(organisation)
    Worker.objects.filter(user=user).update(leads=True)
    return user


@pytest.fixture
def client(lead):
    """The test client of the lead."""
    client = Client()
    client.force_login(lead)
    return client


def invite(organisation, lead, capture, email="New@Example.org"):
    """Invite somebody, and give back the token of the mail."""
    with capture(execute=True):
        inviting.invite_worker(organisation=organisation, by=lead, email=email, name="Nia New")
    return re.search(r"/support/invite/([^/]+)/", mail.outbox[-1].body).group(1)


def test_an_invite_makes_a_worker_who_signs_in_by_code(organisation, lead, django_capture_on_commit_callbacks):
    token = invite(organisation, lead, django_capture_on_commit_callbacks)
    visitor, address = Client(), reverse("support_invite", args=[token])
    assert "Speak Up invites you." in visitor.get(address).content.decode()
    assert not Worker.objects.filter(user__email="new@example.org").exists()  # looking does nothing
    page = visitor.post(address)
    assert page.url.startswith("/accounts/login/") and "_auth_user_id" not in visitor.session
    user = Worker.objects.get(user__email="new@example.org").user
    assert organisations_of(user) == [organisation]
    assert visitor.get(address).status_code == visitor.post(address).status_code == 410  # it works once


def test_inviting_again_renews_and_only_the_new_link_works(organisation, lead, django_capture_on_commit_callbacks):
    first = invite(organisation, lead, django_capture_on_commit_callbacks)
    second = invite(organisation, lead, django_capture_on_commit_callbacks, email="new@example.org ")
    assert organisation.invites.count() == 1
    assert inviting.find_invite(first) is None and inviting.find_invite(second)


def test_an_invite_ends_by_time_and_by_the_lead(organisation, lead, django_capture_on_commit_callbacks):
    token = invite(organisation, lead, django_capture_on_commit_callbacks)
    assert inviting.find_invite(token, timezone.now() + timedelta(days=inviting.DAYS, minutes=1)) is None
    inviting.stop_invite(invite=organisation.invites.get(), by=lead)
    with pytest.raises(ValidationError, match=inviting.ENDED):
        inviting.take_invite(token=token)


@pytest.mark.parametrize(("email", "sentence"), [("", inviting.NEEDS_EMAIL), ("nobody", inviting.NOT_AN_ADDRESS)])
def test_what_is_no_address_is_told(client, email, sentence):
    page = client.post(reverse("support_team"), {"email": email, "name": "Nia"})
    assert page.status_code == 400 and sentence in page.content.decode() and "Nia" in page.content.decode()


def test_nobody_but_a_lead_invites_or_stops(organisation, worker, lead, roles):
    with pytest.raises(PermissionDenied):
        inviting.invite_worker(organisation=organisation, by=worker, email="a@example.org")
    with pytest.raises(PermissionDenied):
        end_worker(worker=Worker.objects.get(user=lead), by=worker)
    with pytest.raises(ValidationError, match="You cannot stop yourself"):
        end_worker(worker=Worker.objects.get(user=lead), by=lead)


def test_a_lead_of_another_organisation_meets_404(organisation, lead, worker, roles, sent_visit):
    other = make_worker(factories.make_organisation("Other"))
    Worker.objects.filter(user=other).update(leads=True)
    elsewhere = Client()
    elsewhere.force_login(other)
    row = Worker.objects.get(user=worker)
    found = inviting.invite_worker(organisation=organisation, by=lead, email="a@example.org")
    for address in (
        reverse("support_team_leave", args=[row.pk]),
        reverse("support_team_stop", args=[found.pk]),
        reverse("support_team_entry", args=[sent_visit.public_id]),
    ):
        assert elsewhere.post(address).status_code == 404
    page = elsewhere.post(reverse("support_team"), {"email": "b@example.org", "organisation": organisation.public_id})
    assert page.status_code == 404
    row.refresh_from_db()
    assert row.left_on is None


def test_who_is_stopped_comes_in_no_more_and_their_entries_stay(client, worker, sent_visit):
    row = Worker.objects.get(user=worker)
    assert "Does" in client.get(reverse("support_team_leave", args=[row.pk])).content.decode()
    client.post(reverse("support_team_leave", args=[row.pk]))
    stopped = Client()
    stopped.force_login(worker)
    assert stopped.get("/support/").status_code == 403
    assert client.get(reverse("support_team_entry", args=[sent_visit.public_id])).status_code == 200


def test_a_lead_reads_what_was_sent_but_no_vote_no_locked_words_and_nothing_given_alone(client, sent_visit, worker):
    address = reverse("support_team_entry", args=[sent_visit.public_id])
    page = client.get(address).content.decode()
    assert "I want more time." in page and "A vote. We never show it." in page and "One leads" not in page
    answer = sent_visit.voice.answers.get(words="I want more time.")
    flows.raise_concern(by=worker, thing=sent_visit, question=answer.question)
    assert "I want more time." not in client.get(address).content.decode()


def test_the_table_needs_a_second_step(client, lead, settings, sent_visit):
    """S5: a code alone gives no table of what people said."""
    settings.STAFF_SECOND_STEP = True
    address = reverse("support_team_export")
    assert client.post(address).status_code == 403  # told how to set one up
    from allauth.mfa.models import Authenticator

    Authenticator.objects.create(user=lead, type="totp", data={})
    assert client.post(address).url.startswith("/accounts/2fa/reauthenticate/")
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session["account_authentication_methods_user"] = str(lead.pk)
    session.save()
    page = client.post(address)
    assert page.status_code == 200 and page["Content-Type"].startswith("text/csv")


def test_the_table_holds_what_may_be_held_and_runs_nothing(
    client, organisation, worker, open_round, questions, settings
):
    """S4: a formula in somebody's words is no formula in a spreadsheet."""
    settings.STAFF_SECOND_STEP = False
    for words in ('=HYPERLINK("http://x")', "I like it.", "Secret: he hits me."):
        visit = flows.start_visit(round=open_round, by=worker, organisation=organisation)
        flows.save_visit_answer(support=visit, by=worker, question=questions[-1], words=words)
        tell(visit, worker)
        flows.send_visit(support=visit, by=worker)
    flows.raise_concern(by=worker, thing=visit)
    page = client.post(reverse("support_team_export"))
    text = b"".join(page.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Exact words"] for row in rows] == ["I like it.", '\'=HYPERLINK("http://x")']
    assert "Secret" not in text


def test_the_table_costs_as_many_queries_for_few_as_for_many(organisation, worker, open_round, questions):
    """F2, F7: visits are read some hundred together, and what a person changed with the card is still left out."""

    def queries(count):
        for _ in range(count):
            visit = flows.start_visit(round=open_round, by=worker, organisation=organisation)
            flows.save_visit_answer(support=visit, by=worker, question=questions[-1], words="I like it.")
            tell(visit, worker)
            voice = flows.send_visit(support=visit, by=worker)
        flows.change_answer(voice=voice, question=questions[-1], words="Only mine.")
        with CaptureQueriesContext(connection) as asked:
            text = "".join(lines_of([organisation]))
        assert "Only mine." not in text
        return len(asked)

    assert queries(2) == queries(12) <= 8


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'", " =", "\u3000@"])
def test_no_cell_begins_as_a_formula_and_every_one_comes_back(start):
    cell = disarmed(f"{start}1+1")
    assert cell[0] == "'" and armed(cell) == f"{start}1+1"
    assert armed(disarmed("I like it.")) == "I like it."


def test_visits_about_an_own_service_are_counted(client, organisation, open_round, worker, questions):
    from engagement.bodies.models import Independence

    plan = open_round.proposal
    Independence.objects.create(organisation=organisation, body=plan.decided_by, kind="provider")
    visit = flows.start_visit(round=open_round, by=worker, organisation=organisation)
    flows.save_visit_answer(support=visit, by=worker, question=questions[-1], words="I like it.")
    tell(visit, worker)
    flows.send_visit(support=visit, by=worker)
    page = client.get(reverse("support_team")).content.decode()
    assert "Visits about a plan that you are not independent of: 1" in page


def test_the_pages_cost_the_same_for_many(
    client, organisation, lead, worker, sent_visit, django_assert_max_num_queries
):
    """F2."""
    pages = [reverse(name) for name in ("support_team", "support_team_entries", "support")]
    few = []
    for page in pages:
        with django_assert_max_num_queries(25) as queries:
            client.get(page)
        few.append(len(queries))
    for _ in range(30):
        make_worker(organisation)
    for page, most in zip(pages, few, strict=True):
        with django_assert_max_num_queries(most):
            client.get(page)
