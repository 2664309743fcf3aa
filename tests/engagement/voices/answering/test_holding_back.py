"""Holding back machines without a puzzle (Q9, S6): a hidden box, time and a limit, each switchable for one round."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from engagement.proposals.models import RoundPage
from engagement.voices.models import Voice, VoiceDraft
from tests.engagement.voices.test_easy_words import errors_of

from .conftest import answer_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def switch(open_round):
    return lambda **values: RoundPage.objects.filter(pk=open_round.pk).update(**values)


def test_all_three_are_on_by_themselves_q9():
    for name in ("sets_trap", "holds_back_fast", "limits_starts"):
        assert RoundPage._meta.get_field(name).default is True


def test_the_hidden_box_can_be_switched_off_q9(client, address, switch):
    assert 'name="website"' in client.get(address).content.decode()
    assert client.post(address, {"go": "start", "website": "x"}).status_code == 400
    switch(sets_trap=False)
    assert 'name="website"' not in client.get(address).content.decode()
    assert client.post(address, {"go": "start", "website": "x"}).status_code == 302


def test_faster_than_a_person_is_told_kindly_and_nothing_is_lost_q9(started, address, settings, switch):
    settings.LEAST_SECONDS_TO_ANSWER = 4
    answer_all(started, address)
    page = started.post(f"{address}check/").content.decode()
    assert "That was very fast." in page and "I want" in page and not Voice.objects.exists()
    assert not errors_of(page.replace("I want &lt;b&gt;more&lt;/b&gt; time.", ""))
    VoiceDraft.objects.update(started_at=timezone.now() - timedelta(seconds=5))
    assert started.post(f"{address}check/").url == f"{address}done/"  # the same press, a little later


def test_the_time_can_be_switched_off_q9(started, address, settings, switch):
    settings.LEAST_SECONDS_TO_ANSWER = 4
    switch(holds_back_fast=False)
    answer_all(started, address)
    assert started.post(f"{address}check/").url == f"{address}done/"


def test_time_costs_no_query_f3(started, address, settings, django_assert_max_num_queries):
    settings.LEAST_SECONDS_TO_ANSWER = 4
    answer_all(started, address)
    VoiceDraft.objects.update(started_at=timezone.now() - timedelta(seconds=5))
    with django_assert_max_num_queries(12):
        assert started.post(f"{address}check/").status_code == 302


def test_the_limit_can_be_switched_off_s6(address, settings, switch):
    settings.STARTS_IN_AN_HOUR = 2
    statuses = [Client().post(address, {"go": "start"}).status_code for _ in range(3)]
    assert statuses == [302, 302, 429]
    switch(limits_starts=False)
    assert Client().post(address, {"go": "start"}).status_code == 302


def test_past_the_limit_people_are_told_to_wait_s6(address, settings):
    """S6: who comes past the limit is told kindly; that 30 pass and 300 do not: test_pages.py."""
    settings.STARTS_IN_AN_HOUR = 30
    assert {Client().post(address, {"go": "start"}).status_code for _ in range(30)} == {302}
    late = Client().post(address, {"go": "start"})
    assert late.status_code == 429 and "Please wait a little. Then press again." in late.content.decode()


def test_no_puzzle_and_no_account_q9(client, address):
    page = client.get(address).content.decode().lower()
    assert "captcha" not in page and "password" not in page and 'type="email"' not in page


def test_staff_find_the_switches_in_the_round(admin_client, open_round):
    page = admin_client.get(f"/admin/pages/{open_round.pk}/edit/").content.decode()
    for words in ("Holding back machines", "A hidden box", "Not faster than a person", "A limit for one place",
                  "A practice question", "Leave these on."):  # fmt: skip
        assert words in page


def test_staff_switch_it_at_once_in_an_open_round_q9(admin_client, client, address, open_round):
    """No new version and no new check: a flood does not wait for the checkers, and no old version brings it back."""
    screen = f"/admin/opening/{open_round.pk}/holding-back/"
    page = admin_client.get(screen).content.decode()
    assert page.count(" checked") == 3 and "A hidden box" in page
    assert "Holding back machines" in admin_client.get("/admin/opening/").content.decode()
    assert admin_client.post(screen, {"holds_back_fast": "on"}).status_code == 302
    row = RoundPage.objects.get(pk=open_round.pk)
    assert (row.sets_trap, row.holds_back_fast, row.limits_starts) == (False, True, False)
    assert client.post(address, {"go": "start", "website": "x"}).status_code == 302
    again = row.latest_revision.as_object()
    assert (again.sets_trap, again.holds_back_fast) == (False, True)


def test_who_may_not_publish_may_not_switch_it(open_round, roles):
    from django.core.exceptions import PermissionDenied

    from engagement.proposals.flows import switch_holding_back
    from tests import factories

    with pytest.raises(PermissionDenied):
        switch_holding_back(round=open_round, by=factories.make_user(), sets_trap=False)
    assert RoundPage.objects.get(pk=open_round.pk).sets_trap
