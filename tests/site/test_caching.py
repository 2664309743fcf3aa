"""Reading pages kept whole (F1, SEAMS.md): the same for everybody, and never older than the content."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from easyread.signals import content_changed
from engagement.proposals.models import RoundPage
from engagement.voices.models import Voice, VoiceDraft
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


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_has_every_header_of_a_page_that_is_made(open_round, client):
    """It is answered before all other middleware, so it keeps what they said (S2)."""
    client.get(open_round.url)
    first, second = (dict(client.get(open_round.url).items()) for _ in range(2))
    cache.clear()
    assert first == second == dict(client.get(open_round.url).items()) | {"Content-Length": first["Content-Length"]}
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"):
        assert second[name]


@pytest.mark.django_db(transaction=True)
def test_http_and_https_are_kept_apart(open_round, client, settings):
    settings.SECURE_HSTS_SECONDS = 60
    client = Client()
    client.get(open_round.url)
    assert "Strict-Transport-Security" not in client.get(open_round.url)
    client.get(open_round.url, secure=True)
    assert "Strict-Transport-Security" in client.get(open_round.url, secure=True)
    settings.SECURE_SSL_REDIRECT = True
    cache.clear()
    assert [Client().get(open_round.url).status_code for _ in range(2)] == [301, 301]


@pytest.mark.django_db(transaction=True)
def test_a_host_that_is_not_ours_is_refused_each_time(open_round, client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    client.raise_request_exception = False
    client.get(open_round.url)
    assert [client.get(open_round.url, headers={"host": "evil.example"}).status_code for _ in range(2)] == [400, 400]


@pytest.mark.django_db
def test_the_policy_is_strict_for_the_public_and_looser_for_the_admin_alone(home_page, client):
    """S2: it is written once, and is what django-csp would write."""
    public, admin = (client.get(path)["Content-Security-Policy"] for path in ("/", "/admin/login/"))
    assert {part.strip() for part in public.split(";")} >= {"default-src 'none'", "script-src 'self'"}
    assert "unsafe-inline" not in public and "'unsafe-inline'" in admin
    assert "unsafe-inline" not in client.get("/no-such-page/")["Content-Security-Policy"]


@pytest.mark.django_db(transaction=True)
def test_answering_asks_for_the_round_and_its_questions_once_for_all(open_round, django_assert_num_queries):
    """F5: what all people share is kept until public content changes; what is a person's own never is."""
    people = [begin(open_round) for _ in range(2)]
    for person, words in zip(people, ("I like trains.", "I like boats."), strict=True):
        person.post(f"{open_round.address}answer/5/", {"words": words, "go": "next"})
    for _ in range(2):  # the very first reader makes rows that are made once, such as whom to ask
        people[1].get(f"{open_round.address}answer/4/")
    with django_assert_num_queries(4):  # the generation, the draft, its answer and the pictures given with it
        page = people[0].get(f"{open_round.address}answer/5/").content.decode()
    assert "I like trains." in page and "I like boats." not in page
    assert "I like boats." in people[1].get(f"{open_round.address}answer/5/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_changed_question_and_a_closed_round_are_seen_at_once_while_answering(open_round):
    person = begin(open_round)
    question = open_round.question_rows.order_by("sort_order").first()
    assert question.text in person.get(f"{open_round.address}answer/1/").content.decode()
    question.text = "Do you like the tram?"
    question.save()
    assert "Do you like the tram?" in person.get(f"{open_round.address}answer/1/").content.decode()
    VoiceDraft.objects.update(saved_at=timezone.now() - timedelta(days=3))
    RoundPage.objects.filter(pk=open_round.pk).update(closes_on=factories.today(-1))
    content_changed.send(sender=RoundPage)
    assert "You cannot answer any more" in person.get(f"{open_round.address}answer/1/").content.decode()


def begin(round):
    """Somebody who has pressed Start."""
    person = Client()
    assert person.post(f"{round.address}answer/", {"go": "start"}).status_code == 302
    return person
