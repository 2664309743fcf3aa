"""Screens and counts stay as quick with a million voices (F7): long counts stop, and published counts stand."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from engagement.heard import reports
from engagement.heard.flows import (
    keep_theme_counts,
    make_theme,
    publish_what_we_heard,
    read_answer,
    take_down_what_we_heard,
    write_what_we_heard,
)
from engagement.heard.models import ThemeCounts
from engagement.voices.flows import take_back
from tests import factories
from tests.engagement.heard.test_screens import make_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(monkeypatch):
    """Counts stop at 3."""
    monkeypatch.setattr(reports, "MOST", 3)
    monkeypatch.setattr("engagement.heard.paging.LONGEST", 3)


@pytest.fixture
def account(closed, say, pmu):
    """What was heard, published, with one theme of 9 voices; and their answers."""
    answers = [say(f"Words {n}") for n in range(9)]
    for answer in answers:
        read_answer(answer=answer, by=pmu, may_show=True)
    make_theme(round=closed, by=pmu, title="Buses", plain="Buses are late.", answers=answers)
    account = write_what_we_heard(round=closed, by=pmu, plain="You told us about buses.")
    publish_what_we_heard(account=account, by=pmu)
    account.answers = answers
    return account


def test_a_long_queue_says_that_there_is_more(few, staff, closed, question):
    make_many(closed, question, 5)
    page = staff.get(reverse("reading:queue")).content.decode()
    assert "Words that nobody has read: more than 3" in page and "(more than 3 to read)" in page
    assert "Voices: <strong>more than 3" in staff.get(reverse("heard:rounds")).content.decode()
    page = staff.get(reverse("heard:round", args=[closed.pk])).content.decode()
    assert "Words that nobody has read: more than 3" in page
    assert reports.waiting()["count"] == 4 and reports.in_words(4) == "more than 3"


def test_a_short_one_says_how_many(few, staff, closed, question):
    make_many(closed, question, 3)
    assert "Words that nobody has read: 3<" in staff.get(reverse("reading:queue")).content.decode()
    assert reports.waiting_by_round() == {closed.pk: 3}


def test_a_closed_round_says_exactly_how_many_spoke(few, staff, closed, question):
    make_many(closed, question, 5)
    call_command("record_voices", stdout=StringIO())
    assert "Voices: <strong>5" in staff.get(reverse("heard:rounds")).content.decode()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is SQLite's")
def test_lists_follow_an_index(closed):
    """Words that wait are found in their order; nothing is sorted however many there are."""
    for rows in (reports.unread(), reports.unread(closed)):
        plan = rows[:25].explain()
        assert "voices_words_" in plan and "TEMP B-TREE" not in plan, plan


def test_what_is_published_stands_when_words_are_taken_back(account, closed):
    """Two counts of a small theme, before and after, would tell that there were 8 (P1)."""
    take_back(voice=account.answers[0].voice)
    theme = reports.counted_themes(closed)[0]
    assert (theme.by_own, theme.by_others, theme.by_groups, theme.answers_in) == (9, 0, 0, 9)
    call_command("recount", stdout=StringIO())


def test_kept_theme_counts_are_what_the_rows_give(account, closed):
    theme = closed.themes.get()
    rows = reports.counts_of_themes([theme])[theme.pk]
    assert all(getattr(theme.counts, name) == rows[name] for name in reports.COUNTED)


def test_recount_finds_a_theme_that_was_counted_by_hand(account, closed):
    call_command("record_voices", stdout=StringIO())
    ThemeCounts.objects.update(by_own=12)
    with pytest.raises(CommandError):
        call_command("recount", stdout=(out := StringIO()))
    assert "“Buses”, by_own is kept as 12, and its rows give 9." in out.getvalue()
    call_command("recount", mend=True, stdout=StringIO())
    assert ThemeCounts.objects.get().by_own == 9


def test_what_is_taken_down_is_counted_anew(account, closed, pmu):
    take_down_what_we_heard(account=account, by=pmu, reason="A name was in it.")
    take_back(voice=account.answers[0].voice)
    assert reports.counted_themes(closed)[0].by_own == 8


def test_themes_are_two_queries_at_most(account, closed, django_assert_num_queries):
    with django_assert_num_queries(1):
        reports.counted_themes(closed)
    ThemeCounts.objects.all().delete()
    with django_assert_num_queries(2):
        reports.counted_themes(closed)
    keep_theme_counts(round=closed)
    other = factories.make_round(opens=-60, closes=-5)
    assert reports.counted_themes(other) == []
