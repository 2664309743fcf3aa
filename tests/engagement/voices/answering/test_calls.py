"""Ask someone to call me (Q14): a number, kept apart and gone after the call."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from engagement.voices import flows
from engagement.voices.models import CallRequest, Knock
from tests import factories
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(started, address):
    """Asks for a call from question 2: ask(phone="…")."""
    return lambda **data: started.post(f"{address}ask/?page=2", {"phone": "01632 960 001", "when": "morning"} | data)


def test_a_person_asks_without_a_name_q14(ask, started, address, open_round):
    response = ask()
    assert response.url == f"{address}ask/?page=2&asked=yes"
    call = CallRequest.objects.get()
    assert (call.phone, call.when, call.page, call.round) == ("01632960001", "morning", "Question 2", open_round)
    page = started.get(response.url).content.decode()
    assert "We will phone you." in page and f'href="{address}2/"' in page and not errors_of(page)


@pytest.mark.parametrize("typed", ["07700 900123", "+44 (0)1632 960001", "0044 7700-900123", "(01632) 960 001"])
def test_any_way_of_writing_a_number_q13(ask, typed):
    assert ask(phone=typed).status_code == 302 and CallRequest.objects.get().phone[0] == "0"


@pytest.mark.parametrize("typed", ["", "hello", "0900 123456", "12345", "+1 202 555 0123", "0" * 30])
def test_a_wrong_number_stays_in_the_box_q13(ask, typed):
    page = ask(phone=typed)
    html = page.content.decode()
    assert page.status_code == 400 and f'value="{typed}"' in html and 'href="#phone"' in html and not errors_of(html)
    assert not CallRequest.objects.exists()


def test_a_wrong_time_is_refused(ask):
    assert "Choose when we can phone you." in ask(when="midnight").content.decode()


def test_pressed_twice_is_one_call_r2(ask):
    ask(), ask(when="any")
    assert CallRequest.objects.get().when == "any"


def test_a_machine_gets_nothing_and_too_many_are_told_kindly_s6(ask, settings, open_round):
    assert ask(website="x").status_code == 400 and not CallRequest.objects.exists()
    settings.CALLS_IN_AN_HOUR = 3
    statuses = [ask(phone=f"01632 96000{n}").status_code for n in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert "Please phone us. Or wait a little." in ask().content.decode() and "01632" not in str(Knock.objects.values())
    type(open_round).objects.filter(pk=open_round.pk).update(sets_trap=False)
    Knock.objects.all().delete()
    assert ask(website="x", phone="01632 960 009").status_code == 302


def test_without_answers_too_and_back_to_the_start(client, address):
    page = client.get(f"{address}ask/").content.decode()
    assert "Do you want us to phone you?" in page and not errors_of(page)
    for place in ("nonsense", "9" * 40, "²", "start"):
        assert client.get(f"{address}ask/?page={place}").status_code == 200
    assert client.get("/have-your-say/no/no/answer/ask/").status_code == 404


def test_staff_phone_and_the_number_goes_q14(ask, pmu, client, django_assert_max_num_queries):
    """3.7: the number is kept apart from the answers, and gone when somebody phoned."""
    ask()
    client = Client()
    client.force_login(pmu)
    assert "1 person asked us to phone them." in client.get("/admin/").content.decode()
    for _ in range(2):
        with django_assert_max_num_queries(25):
            page = client.get("/admin/calls/").content.decode()
    assert "01632960001" in page and "In the morning" in page and "Question 2" in page
    call = CallRequest.objects.get()
    client.post(f"/admin/calls/{call.pk}/done/")
    call.refresh_from_db()
    assert call.phone == "" and call.done_by == pmu
    assert "Nobody waits for a call." in client.get("/admin/calls/").content.decode()
    assert "Somebody else phoned already." in client.post(f"/admin/calls/{call.pk}/done/", follow=True).content.decode()


def test_nobody_else_may(ask, roles):
    ask()
    with pytest.raises(PermissionDenied):
        flows.call_done(call=CallRequest.objects.get(), by=factories.make_user())


def test_numbers_go_by_themselves(ask):
    ask()
    assert flows.clear_old_calls() == 0
    CallRequest.objects.update(made_at=timezone.now() - timedelta(days=15))
    assert flows.clear_old_calls() == 1


def test_the_database_keeps_no_number_of_a_call_that_is_done(open_round, pmu):
    for wrong in (
        {"phone": ""},
        {"phone": "0", "done_at": timezone.now(), "done_by": pmu},
        {"phone": "0", "when": "x"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            CallRequest.objects.create(round=open_round, **wrong)
