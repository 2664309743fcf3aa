"""Nothing unread is shown; consent that is withdrawn makes words vanish; whose words they are stands beside them."""

import pytest
from django.utils import timezone

from engagement.trail.quotes import shown_quotes
from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def said(home_page):
    """A voice whose words were read, allowed, agreed to and quoted in a published account of a closed round."""
    round = factories.make_round(opens=-60, closes=-5)
    question = round.question_rows.get(kind="words")
    voice = made.make_voice(round, words="I want the same worker.", question=question)
    voice.consent = made.agree_to_show(voice)
    made.read(voice.said)
    voice.quote = made.make_quote(made.make_theme(round, [voice.said]), voice.said)
    voice.heard = made.publish_heard(round)
    return voice


def page_of(client, voice):
    """The results page of the voice's round, as text."""
    return client.get(f"{voice.round.address}results/").content.decode()


def test_words_that_were_read_and_agreed_to_are_shown_with_whose_they_are(client, said):
    assert "I want the same worker." in page_of(client, said)
    assert "A person&#x27;s own words" in page_of(client, said)


def test_unread_words_are_never_shown(client, said):
    said.said.readings.all().delete()
    assert "I want the same worker." not in page_of(client, said)


def test_a_later_reading_can_take_words_away(client, said):
    made.read(said.said, may_show=False, reason="It names a person.")
    assert "I want the same worker." not in page_of(client, said)


def test_words_taken_out_by_a_later_reading_are_not_shown(client, said):
    made.read(said.said, shown_words="I want …", reason="It names a worker.")
    assert "I want the same worker." not in page_of(client, said)


def test_withdrawn_consent_makes_words_vanish(client, said):
    said.consent.withdrawn_at = timezone.now()
    said.consent.save()
    assert "I want the same worker." not in page_of(client, said)


def test_a_voice_taken_back_after_closing_loses_its_words_and_the_page_says_so(client, said):
    for _ in range(8):
        made.make_voice(said.round)
    said.taken_back_at = timezone.now()
    said.taken_back_after_closing = True
    said.save()
    page = page_of(client, said)
    assert "I want the same worker." not in page
    assert "1 voice was taken back after closing." in page
    assert "9" in page


def test_an_answer_that_was_changed_is_quoted_no_more(client, said):
    said.said.is_current = False
    said.said.save()
    assert "I want the same worker." not in page_of(client, said)


def test_nothing_heard_is_shown_before_it_is_published(client, said):
    said.heard.published_at = None
    said.heard.save()
    assert "I want the same worker." not in page_of(client, said)
    assert "We are reading every word." in page_of(client, said)


@pytest.mark.parametrize(
    ("provenance", "who"),
    [
        ("read_back", "A person's words. They heard them again and agreed."),
        ("summary", "A supporter wrote this for a person."),
        ("observed", "A supporter saw this. The person did not say it in words."),
        ("someone_else", "This is the view of someone else."),
    ],
)
def test_other_peoples_words_are_never_called_the_persons_own(said, provenance, who):
    said.provenance = provenance
    said.save()
    assert [quote.who for quote in shown_quotes()] == [who]


def test_words_are_escaped(client, said):
    said.said.words = said.quote.words = "<script>alert(1)</script>"
    said.said.save()
    said.quote.save()
    assert "<script>" not in page_of(client, said)
