"""Was this easy or hard? Once, at the end, for the editors; joined to nobody's words and never public."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from engagement.people.roles import CHECKER
from engagement.voices import flows
from engagement.voices.models import EaseCount, EaseGiven, Voice
from tests import factories

pytestmark = pytest.mark.django_db


def counts():
    return {str(row.how or row.part or row.question.kind): row.count for row in EaseCount.objects.all()}


def test_it_is_asked_once_at_the_end(finished, address):
    assert "Was this easy or hard?" in finished.get(f"{address}done/").content.decode()
    assert finished.post(f"{address}easy/", {"go": "easy"}).url == f"{address}done/?told=yes"
    page = finished.get(f"{address}done/?told=yes").content.decode()
    assert "Was this easy or hard?" not in page and "Thank you for telling us." in page
    finished.post(f"{address}easy/", {"go": "hard"})  # Back, and another button
    assert counts() == {"easy": 1} and EaseGiven.objects.count() == 1


def test_who_found_it_hard_says_which_page(finished, address, open_round):
    assert finished.post(f"{address}easy/", {"go": "some"}).url == f"{address}easy/"
    page = finished.get(f"{address}easy/").content.decode()
    assert page.count('type="checkbox"') == 5 + 3 and "What was hard?" in page
    words = str(open_round.question_rows.get(kind="words").public_id)
    for _ in range(2):
        finished.post(f"{address}easy/", {"part": [words, "about"], "go": "next"})
    assert counts() == {"some": 1, "words": 1, "about": 1}
    assert finished.get(f"{address}easy/").url == f"{address}done/"


def test_nonsense_is_refused_and_nothing_is_counted(finished, address):
    finished.post(f"{address}easy/", {"go": "hard"})
    assert "Choose 1 of the answers" in finished.post(f"{address}easy/", {"part": "x"}).content.decode()
    with pytest.raises(ValidationError):
        flows.say_ease(voice=Voice.objects.get(), how="lovely")
    assert counts() == {"hard": 1}


def test_before_sending_and_without_a_card_it_is_not_asked(started, address):
    assert started.get(f"{address}easy/").url == f"{address}done/"
    assert Client().post(f"{address}easy/", {"go": "easy"}).url == f"{address}done/"
    assert not EaseCount.objects.exists()


def test_what_one_person_said_is_kept_nowhere(finished, address):
    """No row joins a voice to how it was, and taking back leaves only the counts."""
    finished.post(f"{address}easy/", {"go": "hard"})
    assert {field.name for field in EaseGiven._meta.get_fields()} == {"id", "voice", "named_parts"}
    assert "voice" not in {field.name for field in EaseCount._meta.get_fields()}


def test_the_database_holds_one_count_of_each(finished, open_round):
    EaseCount.objects.create(round=open_round, how="easy")
    for wrong in ({"how": "easy"}, {"how": "x"}, {}, {"how": "easy", "part": "about"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            EaseCount.objects.create(round=open_round, **wrong)
    voice = Voice.objects.get()
    EaseGiven.objects.create(voice=voice)
    with pytest.raises(IntegrityError), transaction.atomic():
        EaseGiven.objects.create(voice=voice)


def test_editors_read_the_report(finished, address, open_round, pmu, client, django_assert_max_num_queries):
    finished.post(f"{address}easy/", {"go": "some"})
    words = open_round.question_rows.get(kind="words")
    finished.post(f"{address}easy/", {"part": [str(words.public_id), "check"]})
    for user in (pmu, factories.make_user(CHECKER)):
        client.force_login(user)
        page = client.get("/admin/easy-or-hard/")
        assert "1 person said so" in page.content.decode()
        with django_assert_max_num_queries(25):
            client.get("/admin/easy-or-hard/")
        with django_assert_max_num_queries(25):
            page = client.get(f"/admin/easy-or-hard/{open_round.pk}/").content.decode()
        text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
        assert "Some of it was hard: 1" in text and words.text in text and "Checking and sending" in text
