"""Themes and quotes: only what was read, only with consent, only as it was said."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from engagement.heard import reports
from engagement.heard.flows import (
    add_to_theme,
    change_theme,
    drop_quote,
    make_theme,
    pick_quote,
    read_answer,
    remove_from_theme,
    remove_theme,
)
from engagement.heard.models import Quote
from engagement.voices.flows import take_back
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(say, pmu):
    """Makes an answer that was read and may be shown."""

    def heard(words="The bus is late.", **values):
        answer = say(words, **values)
        read_answer(answer=answer, by=pmu, may_show=True)
        return answer

    return heard


def test_a_theme_counts_voices_by_whose_words(closed, pmu, heard):
    answers = [heard(), heard(provenance="summary"), heard(is_group=True, people_present=9, provenance="read_back")]
    make_theme(round=closed, by=pmu, title="Buses", answers=answers)
    theme = reports.counted_themes(closed)[0]
    assert (theme.by_own, theme.by_others, theme.by_groups) == (1, 1, 1)
    take_back(voice=answers[0].voice)
    assert reports.counted_themes(closed)[0].by_own == 0


def test_unread_words_are_refused_and_no_theme_is_kept(closed, pmu, say):
    with pytest.raises(ValidationError, match="Read these words first"):
        make_theme(round=closed, by=pmu, title="Buses", answers=[say()])
    assert not closed.themes.exists()


def test_words_of_another_round_are_refused(closed, pmu, heard):
    theme = make_theme(round=factories.make_round(), by=pmu, title="Buses")
    with pytest.raises(ValidationError, match="another round"):
        add_to_theme(theme=theme, answers=[heard()], by=pmu)


def test_adding_twice_counts_once(closed, pmu, heard):
    theme, answer = make_theme(round=closed, by=pmu, title="Buses"), heard()
    assert [add_to_theme(theme=theme, answers=[answer], by=pmu) for _ in range(2)] == [1, 0]
    assert remove_from_theme(theme=theme, answers=[answer], by=pmu) == 1 and not theme.answers.exists()


@pytest.mark.parametrize(("title", "sentence"), [(" ", "Give the theme a name"), ("Buses", "with this name already")])
def test_a_theme_needs_a_name_of_its_own(closed, pmu, title, sentence):
    make_theme(round=closed, by=pmu, title="Buses")
    with pytest.raises(ValidationError, match=sentence):
        make_theme(round=closed, by=pmu, title=title)


def test_a_theme_that_a_body_answered_stays(closed, pmu):
    theme = make_theme(round=closed, by=pmu, title="Buses")
    made.make_reply(made.make_decision(closed.proposal, published=False), theme)
    with pytest.raises(ValidationError, match="A body has answered this theme"):
        remove_theme(theme=theme, by=pmu)


def test_a_published_account_keeps_its_themes(closed, pmu, heard):
    theme, answer = make_theme(round=closed, by=pmu, title="Buses"), heard()
    made.publish_heard(closed)
    for change in (
        lambda: change_theme(theme=theme, by=pmu, title="Trains", plain="x"),
        lambda: add_to_theme(theme=theme, answers=[answer], by=pmu),
        lambda: remove_theme(theme=theme, by=pmu),
        lambda: make_theme(round=closed, by=pmu, title="Trains"),
    ):
        with pytest.raises(ValidationError, match="Take it down first, and say why"):
            change()


def test_a_quote_is_an_exact_part_of_what_may_be_shown(closed, pmu, heard):
    answer = heard("The bus is late.\nI wait in the rain.")
    theme = make_theme(round=closed, by=pmu, title="Buses", answers=[answer])
    assert pick_quote(theme=theme, answer=answer, by=pmu, words="I wait in the rain.").words == "I wait in the rain."
    with pytest.raises(ValidationError, match="exactly as the person said"):
        pick_quote(theme=theme, answer=answer, by=pmu, words="I wait in the snow.")
    read_answer(answer=answer, by=pmu, may_show=True, shown_words="The bus is late.", reason="A place.")
    with pytest.raises(ValidationError, match="exactly as the person said"):
        pick_quote(theme=theme, answer=answer, by=pmu, words="I wait in the rain.")
    drop_quote(quote=theme.quotes.get(), by=pmu)
    assert not theme.quotes.exists()


@pytest.mark.parametrize("how", ["no_consent", "withdrawn", "hidden", "taken_back", "not_in_theme"])
def test_words_without_the_right_are_not_quoted(closed, pmu, heard, how):
    answer = heard(agree=how != "no_consent")
    theme = make_theme(round=closed, by=pmu, title="Buses", answers=[] if how == "not_in_theme" else [answer])
    sentences = {
        "hidden": "may not be shown",
        "taken_back": "took these words back",
        "not_in_theme": "in the theme first",
    }
    if how == "hidden":
        read_answer(answer=answer, by=pmu, may_show=False, reason="A name.")
    if how == "withdrawn":
        answer.voice.consents.update(withdrawn_at=answer.given_at)
    if how == "taken_back":
        take_back(voice=answer.voice)
        answer.refresh_from_db()
    with pytest.raises(ValidationError, match=sentences.get(how, "did not agree")):
        pick_quote(theme=theme, answer=answer, by=pmu)
    assert not Quote.objects.exists()


def test_taking_back_erases_what_this_room_kept(closed, pmu, heard):
    answer = heard("Ask Zebedee.")
    theme = make_theme(round=closed, by=pmu, title="Buses", answers=[answer])
    pick_quote(theme=theme, answer=answer, by=pmu)
    read_answer(answer=answer, by=pmu, may_show=True, shown_words="Ask …", reason="The name Zebedee.")
    take_back(voice=answer.voice)
    kept = [*Quote.objects.values_list("words"), *answer.readings.values_list("shown_words", "reason")]
    assert "Zebedee" not in str(kept) and "Ask" not in str(kept)


def test_only_the_pmu_sorts(closed, roles):
    with pytest.raises(PermissionDenied):
        make_theme(round=closed, by=factories.make_user(), title="Buses")
