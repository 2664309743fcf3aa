"""Nothing unread and nothing without consent that stands becomes a quote (6.4; 3.2, 3.6, 3.7)."""

import pytest
from django.db import IntegrityError

from engagement.heard import reports
from engagement.heard.flows import (
    add_to_theme,
    drop_quote,
    make_theme,
    pick_quote,
    publish_what_we_heard,
    read_answer,
    write_what_we_heard,
)
from engagement.heard.models import Quote
from engagement.trail.quotes import WHO, shown_quotes
from engagement.voices.flows import change_answer, give_consent, take_back, withdraw_consent
from engagement.voices.models import Answer, Consent
from tests.engagement.refusals import refused
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(say, pmu):
    """Words that were read and may be shown, with consent."""
    answer = say("The bus is late.")
    read_answer(answer=answer, by=pmu, may_show=True)
    return answer


@pytest.fixture
def theme(closed, pmu, answer):
    """A theme with them in it."""
    return make_theme(round=closed, by=pmu, title="Buses", plain="Buses are late.", answers=[answer])


@pytest.fixture
def quote(theme, answer, pmu):
    """Them as a quote."""
    return pick_quote(theme=theme, answer=answer, by=pmu)


def test_words_that_nobody_read_are_never_quoted_3_6(closed, pmu, say):
    """Not even behind the flow that refuses to put them in a theme."""
    answer = say("Nobody read this.")
    theme = made.make_theme(closed, [answer])
    with refused("Somebody must read them first"):
        pick_quote(theme=theme, answer=answer, by=pmu)
    made.make_quote(theme, answer)
    assert shown_quotes() == []


def test_consent_taken_back_hides_the_quote_and_given_again_shows_it_3_7(quote, answer):
    assert shown_quotes() == [quote]
    withdraw_consent(voice=answer.voice, kind=Consent.Kind.PUBLISH)
    assert shown_quotes() == [] and not reports.with_consent(reports.read()).get().may_quote
    give_consent(voice=answer.voice, kind=Consent.Kind.PUBLISH)
    assert shown_quotes() == [quote]


def test_another_consent_does_not_let_words_be_shown_3_7(theme, answer, pmu):
    withdraw_consent(voice=answer.voice, kind=Consent.Kind.PUBLISH)
    for kind in (Consent.Kind.CONTACT, Consent.Kind.PICTURE, Consent.Kind.VOICE):
        give_consent(voice=answer.voice, kind=kind)
    with refused("The person did not agree"):
        pick_quote(theme=theme, answer=answer, by=pmu)


def test_a_later_reading_hides_the_quote_and_stops_picking_it_again_6_4(quote, answer, pmu):
    read_answer(answer=answer, by=pmu, may_show=False, reason="It names a person.")
    assert shown_quotes() == []
    with refused("may not be shown"):
        pick_quote(theme=quote.theme, answer=answer, by=pmu)


def test_words_taken_back_while_somebody_looks_are_gone_6_2(quote, answer, pmu):
    """The screen still holds the answer as it was a moment ago: the flow looks again."""
    old = Answer.objects.select_related("voice").get(pk=answer.pk)
    take_back(voice=answer.voice)
    with refused("took these words back"):
        pick_quote(theme=quote.theme, answer=old, by=pmu, words="The bus is late.")
    with refused("took these words back"):
        read_answer(answer=old, by=pmu, may_show=True, shown_words="The bus …", reason="A place.")
    assert shown_quotes() == [] and Quote.objects.get().words == ""


def test_words_changed_before_closing_are_no_longer_quoted_6_2(quote, answer, closed, question, pmu):
    closed.closes_on = answer.voice.round.closes_on = None
    closed.save()
    new = change_answer(voice=answer.voice, question=question, words="The bus is early.")
    answer.refresh_from_db()
    assert shown_quotes() == [] and list(reports.unread()) == [new]
    with refused("took these words back or changed them"):
        pick_quote(theme=quote.theme, answer=answer, by=pmu)


@pytest.mark.parametrize("whose", ["summary", "observed", "someone_else"])
def test_other_peoples_words_are_not_called_the_persons_own_3_2(closed, pmu, say, whose):
    answer = say("He likes the bus.", provenance=whose)
    read_answer(answer=answer, by=pmu, may_show=True)
    pick_quote(theme=make_theme(round=closed, by=pmu, title="Likes", answers=[answer]), answer=answer, by=pmu)
    (shown,) = shown_quotes()
    assert shown.who == WHO[whose] and "own words" not in shown.who


def test_picking_again_replaces_and_quotes_keep_their_order(quote, theme, answer, pmu, say):
    other = say("I wait in the rain.")
    read_answer(answer=other, by=pmu, may_show=True)
    with refused("Put these words in the theme first"):
        pick_quote(theme=theme, answer=other, by=pmu)
    add_to_theme(theme=theme, answers=[other], by=pmu)
    second = pick_quote(theme=theme, answer=other, by=pmu)
    again = pick_quote(theme=theme, answer=answer, by=pmu, words="late.")
    assert again.pk == quote.pk and [q.words for q in theme.quotes.all()] == ["late.", "I wait in the rain."]
    assert second.sort_order > again.sort_order


def test_after_publishing_a_quote_may_go_but_not_come(quote, theme, answer, closed, pmu):
    account = write_what_we_heard(round=closed, by=pmu, plain="You told us about buses.")
    publish_what_we_heard(account=account, by=pmu)
    with refused("Take it down first"):
        pick_quote(theme=theme, answer=answer, by=pmu, words="late.")
    drop_quote(quote=quote, by=pmu)
    assert shown_quotes() == []


def test_a_quote_behind_a_draft_stays_and_only_its_consent_hides_it(quote, answer, closed, pmu):
    made.make_change(made.make_draft(closed.proposal), quote=quote)
    with refused("It must stay"):
        drop_quote(quote=quote, by=pmu)
    withdraw_consent(voice=answer.voice, kind=Consent.Kind.PUBLISH)
    assert shown_quotes() == []


def test_the_database_keeps_one_quote_of_an_answer_in_a_theme(quote, theme, answer):
    with pytest.raises(IntegrityError, match="(?i)unique"):
        made.make_quote(theme, answer, "The bus")
