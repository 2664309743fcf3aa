"""Reading pages kept whole (F1, SEAMS.md): the same for everybody, and never older than the content."""

import pytest
from django.core.cache import cache
from django.test import Client

from engagement.voices.models import Voice
from home.generation import current_generation
from tests import factories


@pytest.fixture(autouse=True)
def kept_pages(settings):
    settings.PAGE_CACHE_SECONDS = 60
    cache.clear()
    yield
    cache.clear()


@pytest.mark.django_db(transaction=True)
def test_a_second_reader_gets_the_kept_page(open_round, django_assert_num_queries, client):
    client.get(open_round.url)  # the very first reader makes rows that are made once, such as whom to ask
    first = client.get(open_round.url)
    with django_assert_num_queries(1):  # the generation alone
        second = Client().get(open_round.url)
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


@pytest.mark.django_db(transaction=True)
def test_an_edit_is_seen_at_once(open_round, client):
    client.get(open_round.url)
    open_round.title = "A new title"
    open_round.save()
    assert "A new title" in client.get(open_round.url).content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_changes_one_after_the_other_both_count(open_round):
    before = current_generation()
    open_round.save()
    open_round.save()
    assert current_generation() == before + 2


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_change_does_not_hide_the_next_one(open_round):
    from django.db import transaction

    before = current_generation()
    with pytest.raises(RuntimeError), transaction.atomic():
        open_round.save()
        raise RuntimeError
    open_round.save()
    assert current_generation() == before + 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["/admin/", "/accounts/login/", "/look/", "/my-voice/"])
def test_a_personal_page_is_never_kept(home_page, client, django_assert_max_num_queries, path):
    first = client.get(path)
    keys_kept = [key for key in cache._cache if path in key]
    assert first.status_code in (200, 302)
    assert not keys_kept


@pytest.mark.django_db(transaction=True)
def test_a_page_for_signed_in_people_only_is_never_kept(open_round, client):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=open_round, restriction_type="login")
    client.force_login(factories.make_user())
    assert client.get(open_round.url).status_code == 200
    assert Client().get(open_round.url).status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("closes,raised", [(80, 0), (-1, 1)])
def test_only_a_voice_entered_after_closing_makes_pages_old(home_page, closes, raised):
    round = factories.make_round(closes=closes)
    before = current_generation()
    Voice.objects.create(round=round, draft_key="k")
    assert current_generation() == before + raised
