"""A worker phones somebody who asked for a call, writes down the answers, and the number is gone (Q14, 3.2, 3.7)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from engagement.voices import flows
from engagement.voices.models import CallRequest, Support, Voice
from tests import factories
from tests.engagement.voices.conftest import answer
from tests.engagement.voices.paper.conftest import client_of
from tests.engagement.voices.support.conftest import make_worker, tell
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db
PHONE = "01632960001"


@pytest.fixture
def call(open_round):
    """Somebody asked for a call at question 2."""
    return CallRequest.objects.create(round=open_round, phone=PHONE, page="Question 2", when="morning")


@pytest.fixture
def given(call, pmu, organisation, worker):
    """The same call, given to the organisation of the worker."""
    flows.give_call(call=call, by=pmu, organisation=organisation)
    call.refresh_from_db()
    return call


def begin(call, worker, organisation):
    return flows.start_visit(round=call.round, by=worker, organisation=organisation, call=call)


def test_a_worker_sees_only_calls_that_were_given_to_the_organisation(call, signed_in, worker, pmu, organisation):
    assert PHONE not in signed_in.get("/support/calls/").text
    assert "People to phone" not in signed_in.get("/support/").text
    flows.give_call(call=call, by=pmu, organisation=organisation)
    page = signed_in.get("/support/calls/").text
    assert f"tel:{PHONE}" in page and "They were here: Question 2." in page and not errors_of(page)
    assert "1 person asked for a call." in signed_in.get("/support/").text
    stranger = client_of(make_worker(factories.make_organisation("Other Voices")))
    assert PHONE not in stranger.get("/support/calls/").text
    assert PHONE not in stranger.get(f"/support/new/{call.round_id}/?call={call.pk}").text
    assert stranger.post(f"/support/calls/{call.pk}/done/").status_code == 404


def test_from_the_call_to_the_answers_and_the_number_is_gone(given, signed_in, worker, questions):
    """The whole way: the number stands on each page of the visit, and goes with Send."""
    before = signed_in.get(f"/support/new/{given.round_id}/?call={given.pk}").text
    assert PHONE in before and "How do you talk with the person?" not in before and not errors_of(before)
    begun = signed_in.post(f"/support/new/{given.round_id}/", {"call": given.pk})
    visit = Support.objects.get()
    assert visit.call == given and visit.by_phone and visit.organisation == given.organisation
    question = signed_in.get(begun.url).text
    assert f'You phone <a href="tel:{PHONE}"' in question and "Give the tablet to the person" not in question
    for each in questions:
        answer(visit.draft, each)
    tell(visit, worker)
    voice = flows.send_visit(support=visit, by=worker)
    given.refresh_from_db()
    assert voice.channel == Voice.Channel.PHONE
    assert (given.phone, given.done_by) == ("", worker) and given.done_at
    visit.refresh_from_db()
    assert visit.call == given and ("How they talked", "By phone") in visit.facts
    assert PHONE not in signed_in.get(f"/support/{visit.public_id}/").text
    assert flows.send_visit(support=visit, by=worker) == voice  # pressed twice (R2)


def test_two_workers_are_never_on_the_phone_with_one_person(given, worker, other_worker, organisation):
    begin(given, worker, organisation)
    with pytest.raises(ValidationError, match="on the phone with this person already"):
        begin(given, other_worker, organisation)
    page = client_of(other_worker).get("/support/calls/").text
    assert "Another worker is on the phone with this person." in page and "I phoned</span>" not in page
    with pytest.raises(IntegrityError), transaction.atomic():
        Support.objects.create(by=other_worker, organisation=organisation, call=given, by_phone=True)


def test_a_visit_that_is_cleared_leaves_the_call_waiting(given, worker, other_worker, organisation):
    flows.clear_visit(support=begin(given, worker, organisation), by=worker)
    assert begin(given, other_worker, organisation).call == given


def test_i_phoned_removes_the_number_and_a_second_press_says_so(given, signed_in, worker):
    done = signed_in.post(f"/support/calls/{given.pk}/done/", follow=True).text
    assert "Done. The number is gone." in done and PHONE not in done
    assert CallRequest.objects.get().done_by == worker
    assert (
        "Somebody phoned this person already." in signed_in.post(f"/support/calls/{given.pk}/done/", follow=True).text
    )
    page = signed_in.post(f"/support/new/{given.round_id}/", {"call": given.pk})
    assert page.status_code == 302 and Support.objects.get().call is None  # a visit of its own then


def test_who_may_phone_whom(call, given, worker, pmu, organisation):
    other = factories.make_organisation("Other Voices")
    stranger = make_worker(other)
    with pytest.raises(PermissionDenied):
        flows.call_done(call=given, by=stranger)
    with pytest.raises(PermissionDenied):
        begin(given, stranger, other)
    with pytest.raises(PermissionDenied):
        flows.give_call(call=given, by=worker, organisation=other)
    with pytest.raises(ValidationError, match="has workers"):
        flows.give_call(call=given, by=pmu, organisation=factories.make_organisation("Nobody"))
    begin(given, worker, organisation)
    with pytest.raises(ValidationError, match="has begun"):
        flows.give_call(call=given, by=pmu, organisation=other)


def test_a_call_that_is_removed_after_its_days_leaves_the_visit(given, worker, organisation):
    """Q14: the number goes after 14 days, whatever happened; what was written down stays."""
    visit = begin(given, worker, organisation)
    CallRequest.objects.all().delete()
    visit.refresh_from_db()
    assert visit.call is None and visit.by_phone and visit.phone == ""


def test_on_the_phone_without_a_call_that_was_asked_for(signed_in, open_round):
    """Somebody phones the worker: one press says so."""
    page = signed_in.get(f"/support/new/{open_round.pk}/").text
    assert 'value="together" checked' in page or "checked" in page.split('value="together"')[1][:120]
    signed_in.post(f"/support/new/{open_round.pk}/", {"talk": "phone"})
    assert Support.objects.get().by_phone


def test_the_unit_gives_a_call_to_an_organisation(call, pmu, worker, organisation):
    client = client_of(pmu)
    assert organisation.plain_name in client.get("/admin/calls/").text
    told = client.post(f"/admin/calls/{call.pk}/give/", {"organisation": str(organisation.public_id)}, follow=True).text
    assert "see this call now" in told and f"Given to: {organisation.plain_name}" in told
    client.post(f"/admin/calls/{call.pk}/give/", {"organisation": ""})
    assert CallRequest.objects.get().organisation is None


def test_the_list_costs_the_same_for_few_and_for_many(given, organisation, signed_in, django_assert_max_num_queries):
    CallRequest.objects.bulk_create(
        CallRequest(round=given.round, phone=f"0163296{n:04}", organisation=organisation) for n in range(1000, 1200)
    )
    with django_assert_max_num_queries(20):
        signed_in.get("/support/calls/")
