"""What people tell us is read within five working days; the queue says what is late and shows that first."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from engagement.heard import in_time
from engagement.voices.models import Answer
from tests.engagement import telling
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home_page):
    """Tell us something, open since long."""
    return telling.make_tell_us()


def say_at(page, *when):
    """Words that nobody has read, given at a time."""
    answer = telling.tell(page, read=False).said
    Answer.objects.filter(pk=answer.pk).update(given_at=timezone.make_aware(datetime(*when)))
    return answer


def test_late_begins_on_the_day_after_the_fifth_working_day(page):
    answer = say_at(page, 2027, 3, 1, 23, 59)  # a Monday, at its last minute
    assert not in_time.late(page, date(2027, 3, 8)).exists()
    assert list(in_time.late(page, date(2027, 3, 9))) == [answer]
    made.read(answer)
    assert not in_time.late(page, date(2027, 3, 9)).exists()


def test_other_rounds_promise_nothing_of_the_kind(page, open_round):
    question = open_round.question_rows.get(kind="words")
    made.make_voice(open_round, words="Old words.", question=question)
    assert not in_time.late().exists() and not in_time.told_and_unread().exists()


def test_words_that_are_held_out_are_not_late(page):
    answer = say_at(page, 2026, 1, 5, 12)
    Answer.objects.filter(pk=answer.pk).update(held_out=True)
    assert not in_time.late(page).exists()


def test_the_queue_says_what_is_late_and_shows_it_first(client, pmu, page, open_round):
    telling.tell(page, "Long ago.", days=-30, read=False)
    telling.tell(page, "Just now.", days=0, read=False)
    made.make_voice(open_round, words="Of a plan.", question=open_round.question_rows.get(kind="words"))
    client.force_login(pmu)
    queue = client.get(reverse("reading:queue")).content.decode()
    assert "Late: 1 from “Tell us something”" in queue and "We promised to read this by" in queue
    assert "Read this by" in queue
    late = client.get(reverse("reading:queue") + "?show=late").content.decode()
    assert "Long ago." in late and "Just now." not in late and "Of a plan." not in late
    assert "From “Tell us something”: 1" in client.get("/admin/").content.decode()


def test_without_late_words_the_queue_says_nothing_of_it(client, pmu, page):
    telling.tell(page, read=False, days=0)
    client.force_login(pmu)
    assert "Late:" not in client.get(reverse("reading:queue")).content.decode()
