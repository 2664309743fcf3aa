"""Every fixed sentence of our public pages is Easy Read, in every state of a page (S1, S3, W4, W10, N1 …)."""

import html
import json
import re

import pytest
from django.utils import timezone

from easyread import rules
from engagement.decisions.flows import keep_summary
from engagement.proposals import reading
from engagement.record.flows import append
from tests import factories
from tests.engagement.trail import made

SKIPPED = re.compile(r"<(script|style|svg|blockquote|code)\b.*?</\1>|<div class=\"standard.*?</div>", re.S)
BLOCK = re.compile(r"</?(?:p|h[1-6]|li|dt|dd|th|td|summary|figcaption|div|section|title)\b[^>]*>")
# Names that tests give to made-up bodies, plans and rounds.
MADE = ("NHS",)


def sentences_of(page):
    """The words of a page's main part, one piece on each line."""
    main = re.search(r"<main.*?</main>", page, re.S)[0]
    words = BLOCK.sub("\n", SKIPPED.sub("", main))
    words = html.unescape(re.sub(r"<[^>]+>", "", words))
    return [line.strip() for line in words.splitlines() if line.strip()]


def faults(page):
    """What is not Easy Read on a page: everything the rules call an error or a warning, and every long sentence."""
    text = "\n".join(dict.fromkeys(sentences_of(page)))
    problems = [p for p in rules.check(text, allowed=MADE) if p.level != rules.HINT]
    long = [line for line in text.splitlines() if len(line.split()) > 15]
    return [(p.rule, p.text) for p in problems] + [("over 15 words", line) for line in long]


def test_every_page_of_a_whole_story(client, story):
    found = {name: faults(client.get(address).content.decode()) for name, address in story.addresses.items()}
    assert {name: problems for name, problems in found.items() if problems and "standard" not in name} == {}


def test_empty_pages(client, home_page):
    for address in ("/", "/have-your-say/", "/what-happened/", "/who-decides/", "/who-decides/map/"):
        assert faults(client.get(address).content.decode()) == [], address


@pytest.mark.parametrize("promise", list(reading.PROMISES))
def test_every_promise(client, home_page, promise):
    page = factories.make_round(promise=promise, opens=3)
    assert faults(client.get(page.address).content.decode()) == []


@pytest.mark.parametrize("kind", ["recommended", "noted", "put_off", "not_ours"])
@pytest.mark.parametrize("days", [-3, 30])
def test_every_kind_of_outcome(client, home_page, kind, days):
    plan = factories.make_proposal(is_example=True)
    decision = made.make_decision(plan, kind=kind, next_body=factories.make_body(), next_by=factories.today(days))
    theme = made.make_theme(factories.make_round(proposal=plan, opens=-60, closes=-5))
    made.make_reply(decision, theme, "not_yet", answer_by=factories.today(days))
    for state in ("", "started", "stopped"):
        made.make_action(decision, days, state)
    for address in (decision.address, plan.address, decision.meeting.body.address, decision.next_body.address):
        assert faults(client.get(address).content.decode()) == [], address


def test_results_with_everything_in_them(client, home_page):
    page = factories.make_round(opens=-60, closes=-5, promise="decide")
    choice = made.choices_of(page, "one")[0]
    for number in range(40):
        whose = "someone_else" if number % 4 == 0 else "summary" if number % 2 else "own_words"
        voice = made.make_voice(page, [choice], provenance=whose, speaking=("autistic", "carer", "staff")[number % 3])
    voice.taken_back_at, voice.taken_back_after_closing = voice.given_at, True
    voice.save()
    for people in (12, 20, 3):
        made.make_voice(page, is_group=True, people_present=people)
    assert faults(client.get(f"{page.address}results/").content.decode()) == []


def test_two_drafts_side_by_side(client, home_page):
    def stream(sentences):
        words = {"picture": None, "words": "\n".join(sentences)}
        return json.dumps([{"type": "picture_and_words", "value": words}])

    plan = factories.make_proposal()
    old = ["It is now.", "The bus is red.", "We meet here.", "Ask us.", "One moves."]
    new = ["One moves.", "It is now.", "The bus is blue.", "Ask us.", "You can come."]
    made.make_draft(plan, easy_read=stream(old))
    second = made.make_draft(plan, 2, easy_read=stream(new), unknown="We do not know more.")
    theme = made.make_theme(factories.make_round(proposal=plan, opens=-60, closes=-5))
    made.make_change(second, before=old[1], after=new[2], theme=theme)
    made.make_change(second, before="", after="It is free.", taken=False)
    assert faults(client.get(f"{plan.address}draft-2/").content.decode()) == []


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_an_outcome_with_all_it_rests_on(client, home_page, is_confirmed):
    plan = factories.make_proposal()
    round, small = (factories.make_round(proposal=plan, opens=-90, closes=-60) for _ in range(2))
    for number in range(40):
        made.make_voice(round, provenance="summary" if number % 2 else "own_words")
    made.make_voice(small, is_group=True, people_present=3)
    opened = {"note_opened_on": factories.today(-50), "voices_opened_on": factories.today(-50)}
    at = timezone.now() if is_confirmed else None
    decision = made.make_decision(plan, confirmed_at=at, **opened)
    decision.meeting.held_on = factories.today(-40)
    decision.meeting.save()
    assert len(keep_summary(decision)) == 2
    append(fact="decision.published", subject=decision.public_id)
    newer = made.make_decision(plan, answers=decision, correction_reason="We wrote the wrong day.")
    for address in (decision.address, newer.address, "/what-happened/", "/", plan.address):
        assert faults(client.get(address).content.decode()) == [], address
