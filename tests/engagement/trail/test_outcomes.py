"""What happened: who decided, what, why, when; each theme answered; late shown as late; owed stays owed."""

import html
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from easyread.printing.keeping import as_html
from engagement.decisions.flows import keep_summary
from engagement.record.flows import append
from engagement.trail.outcome_papers import outcome_paper
from engagement.trail.outcomes import outcome_for
from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def decided(home_page):
    """A published decision with two themes answered."""
    round = factories.make_round(opens=-60, closes=-5)
    decision = made.make_decision(round.proposal)
    made.make_reply(decision, made.make_theme(round, title="More buses"), "no", reason="There is no money.")
    made.make_reply(
        decision, made.make_theme(round, title="More time"), "not_ours", whose=factories.make_body("The council")
    )
    return decision


def show(client, address):
    return html.unescape(re.sub(r"\s+", " ", client.get(address).content.decode()))


def test_the_page_tells_who_what_why_and_when(client, decided):
    page = show(client, decided.address)
    for words in (decided.title, "The board said yes.", "Most people wanted it.", decided.meeting.body.plain_name):
        assert words in page
    assert f"{decided.meeting.held_on:%A} {decided.meeting.held_on.day} {decided.meeting.held_on:%B %Y}" in page


def test_each_theme_has_its_answer_and_reason(client, decided):
    page = show(client, decided.address)
    assert "More buses" in page and "No, we will not do it" in page and "There is no money." in page
    assert "This is not ours to decide" in page and "The council must answer." in page


def test_a_late_action_shows_as_late_and_a_done_one_as_done(client, decided):
    made.make_action(decided, -3, what="Find a room.")
    made.make_action(decided, -3, "done", what="Write a letter.")
    page = show(client, decided.address)
    assert "This is late" in page and "did not do this by" in page
    assert "Done" in page and "We wrote it." in page


def test_an_unpublished_outcome_is_nowhere(client, home_page):
    decision = made.make_decision(factories.make_proposal(), published=False)
    assert client.get(decision.address).status_code == 404
    assert decision.title not in show(client, "/what-happened/")
    assert decision.title not in show(client, "/")


def test_what_was_put_off_says_who_answers_and_when_until_somebody_did(client, home_page):
    plan = factories.make_proposal()
    first = made.make_decision(
        plan, kind="noted", next_body=factories.make_body("The cabinet"), next_by=factories.today(9)
    )
    assert "The cabinet must answer next." in show(client, first.address)
    second = made.make_decision(plan, answers=first)
    page = show(client, first.address)
    assert (
        "The cabinet must answer next." not in page and "There is a newer decision" in page and second.address in page
    )
    assert first.address in show(client, second.address)


def test_an_answer_that_did_not_come_is_late(client, home_page):
    first = made.make_decision(
        factories.make_proposal(), kind="put_off", next_body=factories.make_body(), next_by=factories.today(-1)
    )
    assert "The answer is late" in show(client, first.address)


def test_an_example_says_so_wherever_it_appears(client, home_page):
    decision = made.make_decision(factories.make_proposal(is_example=True))
    made.make_action(decision, -1, "done")
    for address in (decision.address, "/what-happened/", "/", decision.proposal.address, decision.meeting.body.address):
        assert "Example. This did not happen." in show(client, address), address


def test_a_made_up_meeting_makes_an_example(client, home_page):
    decision = made.make_decision(factories.make_proposal())
    assert "Example." not in show(client, decision.address)
    decision.meeting.is_example = True
    decision.meeting.save()
    assert "Example. This did not happen." in show(client, decision.address)


def test_the_list_holds_20_on_a_page(client, home_page):
    plan = factories.make_proposal()
    for _ in range(21):
        made.make_decision(plan)
    assert show(client, "/what-happened/").count("They chose way") == 20
    assert show(client, "/what-happened/?page=2").count("They chose way") == 1
    assert client.get("/what-happened/?page=nonsense").status_code == 200


NOT_CONFIRMED = "Not yet confirmed by the body"


def on_paper(decision):
    return html.unescape(as_html(outcome_paper(outcome_for(decision.slug)))).replace("\N{NO-BREAK SPACE}", " ")


def test_what_the_body_has_not_confirmed_says_so_everywhere_until_it_does(client, decided):
    addresses = (decided.address, "/what-happened/", "/", decided.proposal.address, decided.meeting.body.address)
    for address in addresses:
        assert NOT_CONFIRMED in show(client, address), address
    assert NOT_CONFIRMED in on_paper(decided)
    decided.confirmed_at = timezone.now() - timedelta(days=1)
    decided.save()
    for address in addresses:
        assert NOT_CONFIRMED not in show(client, address), address
    day = timezone.localdate(decided.confirmed_at)
    sentence = f"said on {day:%A} {day.day} {day:%B %Y} that this is right."
    assert sentence in show(client, decided.address) and sentence in on_paper(decided)
    assert NOT_CONFIRMED not in on_paper(decided)


def test_how_they_thought_about_what_is_fair_stands_in_easy_read_with_its_day(client, decided):
    decided.note_opened_on = factories.today(-9)
    decided.save()
    for page in (show(client, decided.address), on_paper(decided)):
        assert "How they thought about what is fair" in page and "The board thought about disabled people." in page
        assert "They opened this note on" in page


def test_the_voices_before_a_decision_stand_with_it(client, decided):
    round = decided.replies.first().theme.round
    for number in range(40):
        made.make_voice(round, provenance="summary" if number % 2 else "own_words")
    made.make_voice(round, is_group=True, people_present=12)
    decided.meeting.held_on, decided.voices_opened_on = factories.today(-1), factories.today(-2)
    decided.meeting.save()
    decided.save()
    keep_summary(decided)
    page = show(client, decided.address)
    workshop = "12 people in 1 workshop told us what they think."
    for words in ("We asked people 1 time.", "40 voices took part.", workshop, round.title):
        assert words in page and words in on_paper(decided)
    assert "They opened the summary of voices on" in page and "Whose words they are" in page
    assert f'href="{decided.proposal.address}{round.slug}/results/#heard"' in page


def test_few_voices_are_not_counted_beside_a_decision(client, decided):
    round = decided.replies.first().theme.round
    for _ in range(3):
        made.make_voice(round)
    decided.meeting.held_on = factories.today(-1)
    decided.meeting.save()
    keep_summary(decided)
    page = show(client, decided.address)
    assert "We do not show the numbers." in page and "3 voices" not in page and "Whose words they are" not in page


def test_a_corrected_decision_is_never_the_newest_word(client, decided):
    newer = made.make_decision(
        decided.proposal, title="No to better buses.", answers=decided, correction_reason="We wrote the wrong word."
    )
    old, new = show(client, decided.address), show(client, newer.address)
    assert "There is a newer decision" in old and newer.address in old and "We wrote the wrong word." in old
    assert "This takes the place of an earlier decision" in new and "We wrote the wrong word." in new
    assert f'href="{decided.address}"' in new
    for paper, words in ((on_paper(decided), "There is a newer decision"), (on_paper(newer), "takes the place of an")):
        assert words in paper and "We wrote the wrong word." in paper
    page = show(client, "/what-happened/")
    assert "There is a newer decision" in page and "The newer decision is: No to better buses." in page
    assert decided.title not in show(client, "/") and newer.title in show(client, "/")
    assert "There is a newer decision" in show(client, decided.proposal.address)


def test_a_correction_that_is_not_public_yet_is_told_nowhere(client, decided):
    made.make_decision(decided.proposal, title="Secret.", published=False, answers=decided, correction_reason="Wrong.")
    for address in (decided.address, "/what-happened/", "/"):
        assert "There is a newer decision" not in show(client, address) and "Secret." not in show(client, address)


def test_an_earlier_decision_that_nobody_has_seen_is_not_named(client, home_page):
    plan = factories.make_proposal()
    hidden = made.make_decision(plan, published=False, title="Hidden.")
    assert "Hidden." not in show(client, made.make_decision(plan, answers=hidden).address)


def test_its_seal_stands_on_the_page_on_paper_and_in_the_open_data(client, decided):
    """V1: the entry of its publication on the public record, and how to check it."""
    assert "For checking" not in show(client, decided.address)
    entry = append(fact="decision.published", subject=decided.public_id)
    append(fact="decision.confirmed", subject=decided.public_id)
    page, paper = show(client, decided.address), on_paper(decided)
    for words in ("For checking", f"This decision is number {entry.number} in our public list."):
        assert words in page and words in paper
    assert entry.seal in page and entry.seal in paper.replace(" ", "") and 'href="/open-data/"' in page
    data = client.get(f"/api/decisions/{decided.slug}").json()
    assert data["seal"] == {"number": entry.number, "seal": entry.seal}
    assert client.get("/api/decisions").json()["items"][0]["seal"]["number"] == entry.number


def test_the_open_data_says_what_the_page_says(client, decided):
    data = client.get(f"/api/decisions/{decided.slug}").json()
    assert (data["confirmed_by_the_body"], data["confirmed_on"], data["corrects"], data["newer_slug"]) == (
        *(False, None),
        *(None, None),
    )
    newer = made.make_decision(decided.proposal, answers=decided, correction_reason="Wrong.")
    assert client.get(f"/api/decisions/{decided.slug}").json()["newer_slug"] == newer.slug
    told = client.get(f"/api/decisions/{newer.slug}").json()
    assert told["corrects"] == str(decided.public_id) and told["correction_reason"] == ["Wrong."]
