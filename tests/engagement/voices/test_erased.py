"""P2: words that were taken back leave no byte in database, log, media, cache and index, and the record verifies."""

import pickle
from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from engagement.heard.flows import pick_quote, read_answer
from engagement.proposals.models import RoundPage
from engagement.record.models import Entry
from engagement.voices import flows
from engagement.voices.flows.erasing import empty_log
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer, Consent, Voice
from tests.engagement.trail import made
from tests.engagement.voices.conftest import answer, close

MARKER = "zebra-marker-90417"


@pytest.fixture
def as_in_production(settings, transactional_db):
    """The pragmas of a real site, and kept pages; the tests of other things do without, for speed."""
    settings.PAGE_CACHE_SECONDS = 600
    cache.clear()
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.cursor().execute("PRAGMA secure_delete=ON")
    yield
    cache.clear()
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA secure_delete=OFF")


@pytest.fixture
def said(as_in_production, open_round, pmu):
    """A voice full of the marker: answered, skipped, changed, read, shortened, quoted and shown to everybody."""
    draft, secret = flows.start_draft(round=open_round)
    for question in open_round.question_rows.asked().ready_to_show():
        answer(draft, question, words=f"{MARKER} first. " * 180)
    flows.save_about(draft=draft, who=["carer"], place="Dover", publish=True)
    voice = flows.send_voice(secret=secret)
    asked = open_round.question_rows.get(kind="words")
    flows.change_answer(voice=voice, question=asked, words=f"{MARKER} second. My name is {MARKER}.")
    current = voice.answers.get(question=asked, is_current=True)
    read_answer(answer=current, by=pmu, may_show=True, shown_words=f"{MARKER} second.", reason=f"Name of {MARKER}")
    theme = made.make_theme(open_round, [current])
    close(open_round)
    pick_quote(theme=theme, answer=current, by=pmu, words=f"{MARKER} second.")
    made.publish_heard(open_round)
    voice.address = f"/my-voice/{link_token_of(secret)}/"
    return voice


def places_with(marker):
    """Every place in which the bytes of `marker` (str) stand: files of the database, media, tables and cache."""
    marker, found = marker.encode(), []
    files = [path for path in Path(site_settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        files += [Path(name + end) for end in ("", "-wal", "-journal") if Path(name + end).exists()]
    found += [str(path) for path in files if marker in path.read_bytes()]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [table] if marker in str(cursor.fetchall()).encode() else []
    kept = getattr(cache, "_cache", {})
    return found + ["cache" for value in kept.values() if marker in pickle.dumps(pickle.loads(value))]


def test_words_leave_no_byte_behind_and_the_record_verifies_p2(said, client):
    results = f"{said.round.address}results/"
    round = RoundPage.objects.get(pk=said.round.pk)
    flows.record_voices(round=round)
    assert MARKER in client.get(results).content.decode()
    assert len(places_with(MARKER)) > 3  # the test can find it
    client.post(f"{said.address}take-back/")
    assert MARKER not in client.get(results).content.decode()  # the next reader; it lets go of older pages
    assert places_with(MARKER) == []
    flows.record_voices(round=round)
    assert {"voice.given", "voice.taken_back"} <= set(Entry.objects.values_list("fact", flat=True))
    call_command("record", "verify", verbosity=0)


def test_what_stays_of_a_voice_is_only_what_is_counted_p2(said):
    flows.take_back(voice=said)
    voice = Voice.objects.get()
    assert (voice.salt, voice.speaking, hasattr(voice, "about_you")) == ("", "not_said", False)
    assert not Answer.objects.exclude(words="", summary="").exists()
    assert not Consent.objects.filter(withdrawn_at=None).exists() and not Consent.objects.exclude(how="").exists()


def test_what_was_told_about_a_person_goes_alone(said):
    assert flows.forget_about_you(voice=said) and not flows.forget_about_you(voice=said)
    voice = Voice.objects.get()
    assert voice.speaking == "not_said" and not hasattr(voice, "about_you") and voice.taken_back_at is None
    assert MARKER in voice.answers.get(question__kind="words", is_current=True).words


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_the_log_is_emptied_outside_a_transaction_only(as_in_production, home_page):
    from django.db import transaction

    with transaction.atomic():
        assert not empty_log()
    assert empty_log()
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] >= 5000
