"""A supporter's summary is read, counted and shown apart; it is never quoted as the person's words (3.2)."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from engagement.heard import flows, reports
from engagement.heard.flows.quoting import NO_EXACT_WORDS
from engagement.heard.flows.reading import FROM_THE_SUMMARY, ONLY_A_SUMMARY
from engagement.voices.models import Answer, Consent
from tests.engagement.refusals import refused
from tests.engagement.voices.support.conftest import (  # noqa: F401  fixtures
    organisation,
    questions,
    ready_visit,
    sent_visit,
    visit,
    worker,
)

pytestmark = pytest.mark.django_db
WORDS, SUMMARY = "I want more time.", "She wants time."


@pytest.fixture
def both(sent_visit):  # noqa: F811
    """An answer with exact words and a summary, with consent to show words."""
    return Answer.objects.get(summary=SUMMARY, is_current=True)


@pytest.fixture
def alone(both):
    """The same answer with a summary alone."""
    Answer.objects.filter(pk=both.pk).update(words="")
    both.voice.provenance = "summary"
    both.voice.save()
    return Answer.objects.get(pk=both.pk)


def in_theme(answer, pmu):
    flows.read_answer(answer=answer, by=pmu, may_show=True)
    return flows.make_theme(round=answer.voice.round, by=pmu, title="Time", answers=[answer])


def test_a_summary_alone_waits_to_be_read_too(alone, pmu):
    """Nothing is skipped because it is not in the person's words."""
    assert list(reports.unread()) == [alone]
    flows.read_answer(answer=alone, by=pmu, may_show=True)
    assert not reports.unread().exists() and alone in reports.read()


def test_a_quote_is_cut_from_the_exact_words_alone(both, pmu):
    theme = in_theme(both, pmu)
    assert flows.pick_quote(theme=theme, answer=both, by=pmu, words="more time").words == "more time"
    for words in (SUMMARY, "She wants"):
        with pytest.raises(ValidationError):
            flows.pick_quote(theme=theme, answer=both, by=pmu, words=words)


def test_a_summary_alone_is_counted_and_never_quoted(alone, pmu):
    theme = in_theme(alone, pmu)
    (counted,) = reports.counted_themes(alone.voice.round)
    assert (counted.by_own, counted.by_others) == (0, 1)
    for words in ("", SUMMARY):
        with refused(NO_EXACT_WORDS):
            flows.pick_quote(theme=theme, answer=alone, by=pmu, words=words)


def test_a_summary_is_not_put_in_place_of_words_that_may_be_shown(both, pmu):
    with refused(FROM_THE_SUMMARY):
        flows.read_answer(answer=both, by=pmu, may_show=True, shown_words=SUMMARY, reason="Shorter.")
    read = flows.read_answer(answer=both, by=pmu, may_show=True, shown_words="I want time.", reason="Shorter.")
    assert read.shown_words == "I want time."


def test_words_are_not_made_up_where_there_are_none(alone, pmu):
    with refused(ONLY_A_SUMMARY):
        flows.read_answer(answer=alone, by=pmu, may_show=True, shown_words=SUMMARY, reason="Shorter.")


def test_the_screens_show_the_summary_apart(both, pmu, client):
    client.force_login(pmu)
    told = "A supporter&#x27;s summary. These are not the person&#x27;s words."
    for address in (reverse("reading:queue"), reverse("reading:read", args=[both.pk])):
        page = client.get(address).content.decode()
        assert WORDS in page and SUMMARY in page and ("supporter's summary" in page or told in page), address
        assert "Entered by a worker of: Speak Up" in page and "They said it. They pointed" in page
    theme = in_theme(both, pmu)
    round_page = client.get(reverse("heard:round", args=[both.voice.round_id]) + "?show=all").content.decode()
    assert "With a supporter's summary: She wants time." in round_page
    assert SUMMARY in client.get(reverse("heard:theme", args=[theme.pk])).content.decode()


def test_a_summary_alone_has_no_button_to_show_it(alone, pmu, client):
    client.force_login(pmu)
    theme = in_theme(alone, pmu)
    page = client.get(reverse("heard:theme", args=[theme.pk])).content.decode()
    assert "It is counted and not shown." in page and "Show these words" not in page


def test_taking_back_leaves_nothing_of_it(both, pmu, worker):  # noqa: F811
    from engagement.voices.flows import take_back

    in_theme(both, pmu)
    take_back(voice=both.voice)
    assert not Answer.objects.exclude(words="", summary="").exists()
    assert not Consent.objects.filter(withdrawn_at=None).exists()
