"""A decision in one glance, on the card and on its own page: who, what, why, whether it happened, and the way back."""

import re
from types import SimpleNamespace

import pytest

from easyread.rules import ERROR, check
from engagement.trail import glance
from engagement.voices.keys import key_of
from engagement.voices.models import Card
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db
TOKEN = "x" * 43


@pytest.fixture
def decided(home_page):
    """A decision with 2 promises, 1 late; somebody's words stand behind the theme that it says no to."""
    round = factories.make_round(opens=-60, closes=-5, questions=[factories.question_block("words", "What else?")])
    voice = made.make_voice(round, words="More buses.", question=round.question_rows.get())
    decision = made.make_decision(round.proposal, title="Yes to the plan.", why="It helps.\nIt is fair.\nIt is cheap.")
    made.make_reply(decision, made.make_theme(round, [voice.answers.first()], title="Buses"), "no")
    made.make_reply(decision, made.make_theme(round, title="Time"), "yes")
    made.make_action(decision, -3)
    made.make_action(decision, 30, "done")
    Card.objects.create(voice=voice, code="12345678", link_key=key_of(TOKEN), pictures=["bus", "tree", "key"])
    return decision


def glance_on(client, address):
    """The lines of the glance in the page: a dict of title to text. It is the first section of the page."""
    page = client.get(address).content.decode()
    part = page.split("<main")[1].split("<section")[1].split("</section>")[0]
    assert 'aria-labelledby="glance"' in part
    facts = re.findall(r"<h3>(.*?)</h3>(.*?)(?=<h3>|$)", part, re.S)
    return {title: " ".join(re.sub(r"<[^>]+>", " ", words).split()) for title, words in facts}


def test_the_card_says_first_what_they_answer_me_who_what_why_and_whether_it_happened_q16(client, decided):
    told = glance_on(client, f"/my-voice/{TOKEN}/")
    assert list(told) == ["What they answer you", "Who decided", "What they decided", "Why", "Did it happen?"]
    assert told["What they answer you"] == "You said: Buses No, we will not do it"
    assert decided.meeting.body.plain_name in told["Who decided"] and "They met on" in told["Who decided"]
    assert told["What they decided"] == "Yes to the plan."
    assert told["Why"] == "It helps. It is fair. See all reasons"
    assert told["Did it happen?"] == "Something is late They did 1 of 2 things. 1 thing is late. See each thing"


def test_the_short_code_says_nothing_of_ones_own_words(client, decided):
    assert "What they answer you" not in glance_on(client, "/my-voice/12345678/")


def test_every_link_of_the_glance_leads_to_a_place_that_is_there(client, decided):
    for address in (f"/my-voice/{TOKEN}/", decided.address):
        page = client.get(address).content.decode()
        for place in re.findall(r'href="#([\w-]+)"', page):
            assert f'id="{place}"' in page, (address, place)


def test_the_page_of_a_decision_leads_back_to_what_people_said(client, decided):
    told = glance_on(client, decided.address)
    assert list(told)[-3:] == ["Who decided", "Why", "Did it happen?"]
    round = {"words": ["62 voices took part.", "More."], "href": "/plan/round/results/#heard"}
    facts = glance.glance_of_outcome(decided, [], {"rounds": [{}, round]}, ("Who", "What"))
    assert (facts[0].title, facts[0].words, facts[0].href) == (
        "What people said",
        ["62 voices took part."],
        "/plan/round/results/#heard",
    )


@pytest.mark.parametrize(
    ("states", "tag", "words"),
    [
        ([], None, ["They did not promise to do anything."]),
        (["done", "done"], "Done", ["They did what they promised."]),
        (["started", "not_started"], "Started", ["Nothing is done yet."]),
        (["not_started"], "Not started yet", ["Nothing is done yet."]),
        (["done", "stopped"], "Some of it", ["They did 1 of 2 things.", "They stopped 1 thing."]),
        (["stopped", "stopped"], "Stopped", ["Nothing is done yet.", "They stopped 2 things."]),
        (["late", "late", "done"], "Something is late", ["They did 1 of 3 things.", "2 things are late."]),
    ],
)
def test_whether_it_happened_is_counted_and_told_in_easy_words(states, tag, words):
    fact = glance.happened([SimpleNamespace(stands=state) for state in states])
    assert fact.words == words and [text for text, _ in fact.tags] == ([tag] if tag else [])
    assert not [problem for one in words for problem in check(one) if problem.level == ERROR]
