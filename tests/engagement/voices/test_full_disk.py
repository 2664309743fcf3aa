"""A full disk, a disk that takes nothing, a database that is busy: nothing is lost and it is told kindly (R3)."""

import html
import re
import resource
import sqlite3  # the newer one: settings put it there
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import Client

from engagement.voices import flows
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer, AnswerChoice, DraftAnswer, Voice, VoiceDraft, Vote
from tests.engagement.trail.test_public_words import faults
from tests.engagement.voices.on_pages import answer_all

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL: a full disk comes as the same error"),
]
SAYS = "We could not save. Your answers are still here."
LONG = "I want more time to think. " * 180


def pragma(words):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")
        return cursor.fetchone()[0]


@contextmanager
def no_room():
    """SQLite may take no new page: "database or disk is full"."""
    connection.cursor().execute("VACUUM")
    pragma(f"max_page_count = {pragma('page_count')}")
    try:
        yield
    finally:
        pragma("max_page_count = 1073741823")


@contextmanager
def nothing_written():
    """The system refuses what is written to any file, as a disk that is full or broken: "disk I/O error"."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def busy():
    """Another one writes for longer than we wait: "database is locked"."""
    pragma("busy_timeout = 50")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()
        pragma("busy_timeout = 20000")


KINDS = pytest.mark.parametrize("trouble", [no_room, nothing_written, busy])
TABLES = (Voice, VoiceDraft, DraftAnswer, Answer, AnswerChoice, Vote)


def stored():
    return [sorted(map(str, model.objects.values_list())) for model in TABLES]


def all_in(page):
    """The form of the page as its "Try again" sends it. Returns dict of name → list of str."""
    found = {}
    pairs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    pairs += re.findall(r'<textarea name="([^"]*)"[^>]*>\n(.*?)</textarea>', page, re.S)
    for name, value in pairs:
        found.setdefault(html.unescape(name), []).append(html.unescape(value))
    return found


@KINDS
def test_an_answer_stays_in_the_page(started, address, trouble):  # noqa: F811
    answer_all(started, address)
    before, typed = stored(), {"go": "next", "words": LONG}
    with trouble():
        response = started.post(f"{address}5/", typed)
        page = response.content.decode()
        assert response.status_code == 503 and SAYS in page and LONG in page
        assert stored() == before
        assert started.get(f"{address}5/").status_code == 200  # reading goes on
    assert started.post(f"{address}5/", typed).url == f"{address}about/"
    assert DraftAnswer.objects.filter(words=LONG).count() == 1


@KINDS
def test_sending_keeps_the_answers_and_works_again(started, address, trouble):  # noqa: F811
    answer_all(started, address)
    started.post(f"{address}5/", {"go": "next", "words": LONG})
    before = stored()
    with trouble():
        response = started.post(f"{address}check/")
        page = response.content.decode()
        assert response.status_code == 503 and SAYS in page and LONG.strip() in html.unescape(page)
        assert stored() == before
    assert started.post(f"{address}check/").url == f"{address}done/"
    assert Voice.objects.count() == Vote.objects.count() == 1 and not VoiceDraft.objects.exists()


@pytest.mark.parametrize("trouble", [nothing_written, busy])
@pytest.mark.parametrize(
    "page,typed",
    [
        ("", {"go": "new"}),
        ("about/", {"who": ["carer", "family"], "place": "Dover", "publish": "on", "go": "next"}),
        ("1/", {"go": "skip"}),
    ],
)
def test_every_other_page_of_answering_says_so_too(started, address, page, typed, trouble):  # noqa: F811
    """All that was typed and chosen stands in the page, and its one button sends it again."""
    client = Client(raise_request_exception=False)
    client.cookies = started.cookies
    answer_all(started, address)
    before = stored()
    with trouble():
        response = client.post(address + page, typed)
        text = response.content.decode()
        assert response.status_code == 503 and SAYS in text and stored() == before
    if page != "1/":
        assert {name: [value] if isinstance(value, str) else value for name, value in typed.items()} == all_in(text)
        assert response["Retry-After"] == "60" and "no-store" in response["Cache-Control"]
        assert f'action="{address}{page}"' in text and faults(text) == []
    assert client.post(address + page, all_in(text) if page != "1/" else typed).status_code == 302


@pytest.mark.parametrize("trouble", [nothing_written, busy])
def test_changing_and_taking_back_with_the_card(started, address, open_round, trouble):  # noqa: F811
    answer_all(started, address)
    voice = flows.send_voice(secret=started.cookies["answering"].value)
    card = f"/my-voice/{link_token_of(started.cookies['answering'].value)}/"
    question = open_round.question_rows.get(kind="words")
    client, before = Client(raise_request_exception=False), stored()
    presses = {f"{card}change/{question.public_id}/": {"words": LONG, "go": "next"}, f"{card}take-back/": {"go": "yes"}}
    with trouble():
        for path, typed in presses.items():
            response = client.post(path, typed)
            assert response.status_code == 503 and SAYS in response.content.decode()
            assert stored() == before
        assert client.get(card).status_code == 200
    for path, typed in presses.items():
        assert client.post(path, typed).status_code == 302
    voice.refresh_from_db()
    assert voice.taken_back_at and not Answer.objects.with_words().exists()
