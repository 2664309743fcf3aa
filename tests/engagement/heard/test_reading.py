"""Nothing from the public is shown unread (DESIGN.md 6.4): reading, taking words out, reading again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone

from engagement.heard import reports
from engagement.heard.flows import read_answer
from engagement.heard.models import Reading
from engagement.voices.flows import take_back
from tests import factories

pytestmark = pytest.mark.django_db


def test_words_may_be_shown_as_they_were_said(say, pmu):
    answer = say("The bus is late.")
    assert list(reports.unread()) == [answer] and reports.words_to_show(answer) == ""
    read_answer(answer=answer, by=pmu, may_show=True)
    assert not reports.unread().exists() and reports.words_to_show(answer) == "The bus is late."


def test_words_taken_out_keep_the_sealed_original(say, pmu):
    answer = say("Ask Sam Jones about the bus.")
    read_answer(answer=answer, by=pmu, may_show=True, shown_words="Ask … about the bus.", reason="A name.")
    answer.refresh_from_db()
    assert answer.words == "Ask Sam Jones about the bus."
    assert reports.words_to_show(answer) == "Ask … about the bus."


def test_a_later_reading_is_a_new_row_and_counts(say, pmu):
    answer = say()
    then = timezone.now() - timedelta(days=30)
    read_answer(answer=answer, by=pmu, may_show=True, at=then)
    read_answer(answer=answer, by=pmu, may_show=False, reason="It names a person.")
    first, second = answer.readings.order_by("pk")
    assert (first.may_show, first.read_at, second.may_show) == (True, then, False)
    assert reports.words_to_show(answer) == "" and not reports.read().get().may_show


@pytest.mark.parametrize("values", [{"may_show": False}, {"may_show": True, "shown_words": "The bus."}])
def test_not_showing_or_taking_out_needs_a_reason(say, pmu, values):
    with pytest.raises(ValidationError, match="Say why in one sentence"):
        read_answer(answer=say(), by=pmu, **values)
    assert not Reading.objects.exists()


def test_the_database_asks_for_a_reason_as_well(say, pmu):
    with pytest.raises(IntegrityError):
        Reading.objects.create(answer=say(), read_by=pmu, may_show=False)


def test_words_that_were_taken_back_cannot_be_read(say, pmu):
    answer = say()
    take_back(voice=answer.voice)
    answer.refresh_from_db()
    with pytest.raises(ValidationError, match="took these words back"):
        read_answer(answer=answer, by=pmu, may_show=True)


def test_only_the_pmu_reads(say, roles):
    with pytest.raises(PermissionDenied):
        read_answer(answer=say(), by=factories.make_user(), may_show=True)


def test_the_history_says_who_and_never_what(say, pmu):
    from wagtail.models import ModelLogEntry

    read_answer(answer=say("My secret name is Zebedee."), by=pmu, may_show=True)
    entry = ModelLogEntry.objects.get(action="heard.read")
    assert entry.user == pmu and "Zebedee" not in f"{entry.label} {entry.data}"
