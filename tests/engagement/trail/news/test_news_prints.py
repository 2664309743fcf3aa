"""The poster and the letters: one page, for everybody to read, and nothing of anybody else (D1 to D4, P2)."""

import pytest
from django.urls import reverse

from easyread.printing.length import about_pages
from engagement.trail.news.handouts import letters_to, poster_of
from engagement.trail.news.moments import with_news
from engagement.trail.news.pages import letter_parts
from engagement.trail.outcomes import outcome_for
from engagement.voices.models import Voice
from tests import factories, pdf
from tests.engagement.trail import made
from tests.engagement.trail.news.conftest import make_entry, make_worker

pytestmark = pytest.mark.django_db
LONG = "They will talk to every person who lives in the house first."


def pdf_at(client, address):
    """The PDF at `address` (str). Returns bytes."""
    response = client.get(address)
    assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    return response.getvalue()


def test_a_poster_is_one_page_that_everybody_can_read(signed_in, closed_round):
    decision = made.make_decision(closed_round.proposal)
    made.make_action(decision, 20, what="Find a room.")
    data = pdf_at(signed_in, reverse("news_poster", args=[decision.slug]))
    words = pdf.words_of(data)
    assert pdf.problems_of(data) == set() and len(pdf.pages_of(data)) == 1
    for part in (
        decision.title,
        "The board said yes.",
        "Most people wanted it.",
        "Find a room.",
        decision.address[:-1],
    ):
        assert part in words.replace("\u200b", ""), part
    assert [code for code in pdf.square_codes_of(data) if code.endswith(decision.address)]
    assert pdf.language_of(data) == "en-GB" and all(pdf.fonts_of(data).values())


def test_a_long_outcome_is_still_one_page_and_says_that_there_is_more(signed_in, closed_round):
    """No sentence is cut in two: what does not fit is left out whole."""
    decision = made.make_decision(
        closed_round.proposal, title="They will ask every person before they move.", plain="\n".join([LONG] * 30),
        why="\n".join([LONG] * 30),
    )  # fmt: skip
    data = pdf_at(signed_in, reverse("news_poster", args=[decision.slug]))
    assert len(pdf.pages_of(data)) == 1 and "There is more on the website." in pdf.words_of(data)
    fits = sum(len(idea.words) for idea in poster_of(outcome_for(decision.slug)).fitting())
    assert fits >= 4 and pdf.words_of(data).count(LONG) == fits


def test_no_poster_of_what_is_not_published(signed_in, closed_round):
    decision = made.make_decision(closed_round.proposal, published=False)
    assert signed_in.get(reverse("news_poster", args=[decision.slug])).status_code == 404


def test_a_letter_has_the_card_and_the_news_and_no_name(signed_in, entry, worker, organisation):
    make_entry(entry.round, worker, organisation, words="A secret of somebody else.")
    made.read(entry.said)
    made.publish_heard(entry.round)
    data = pdf_at(signed_in, reverse("news_letter", args=[entry.public_id]))
    words = pdf.words_of(data)
    assert pdf.problems_of(data) == set()
    for part in ("To the person with the card that has these pictures:", entry.round.title, "You told us many things."):
        assert part in words
    for hidden in ("A secret", "I want more time", str(worker), worker.email, str(entry.public_id)):
        assert hidden not in words


def test_letters_of_one_round_are_printed_in_one_go(signed_in, entry, worker, organisation):
    made.publish_heard(entry.round)
    for _ in range(2):
        make_entry(entry.round, worker, organisation)
    other = make_entry(factories.make_round(opens=-60, closes=-5), worker, organisation)
    made.publish_heard(other.round)
    theirs = make_entry(entry.round, make_worker(organisation), organisation)
    data = pdf_at(signed_in, f"{reverse('news_letters')}?round={entry.round_id}")
    assert pdf.words_of(data).count("News for you") == 3 and pdf.problems_of(data) == set()
    assert theirs.round_id == entry.round_id


def test_many_letters_are_drawn_in_the_background(signed_in, entry, worker, organisation, settings, monkeypatch):
    """D3: more than 10 pages are the worker's; until then a kind page says so."""
    from easyread.printing import StillDrawing, keeping

    def later(version, html):
        raise StillDrawing

    monkeypatch.setattr(keeping, "ask_for", later)
    made.publish_heard(entry.round)
    for _ in range(11):
        make_entry(entry.round, worker, organisation)
    assert signed_in.get(reverse("news_letters")).status_code == 202


def test_without_news_there_is_no_letter(signed_in, entry):
    assert signed_in.get(reverse("news_letter", args=[entry.public_id])).url == reverse(
        "news_one", args=[entry.public_id]
    )
    assert signed_in.get(reverse("news_letters")).url == reverse("news")


def test_what_is_made_up_says_so(signed_in, worker, organisation):
    plan = factories.make_proposal(is_example=True)
    round = factories.make_round(proposal=plan, opens=-60, closes=-5)
    entry = make_entry(round, worker, organisation)
    made.publish_heard(round)
    decision = made.make_decision(plan)
    for address in (reverse("news_letter", args=[entry.public_id]), reverse("news_poster", args=[decision.slug])):
        assert all("Example. This did not happen." in page for page in pdf.pages_of(pdf_at(signed_in, address))[:1])


def test_letters_are_reckoned_with_enough_pages(entry):
    """A drawn set of letters is never much longer than reckoned, so that long ones go to the worker."""
    made.publish_heard(entry.round)
    letters = letters_to(list(with_news(Voice.objects.filter(pk=entry.pk)).select_related("round")))
    assert about_pages(letters) == 1


def test_files_of_a_hundred_letters():
    assert [part["text"] for part in letter_parts(100, None)] == ["Print all letters"]
    parts = letter_parts(250, 7)
    assert [part["text"] for part in parts] == [
        "Print letters 1 to 100",
        "Print letters 101 to 200",
        "Print letters 201 to 250",
    ]
    assert parts[2]["href"].endswith("?round=7&part=3")
