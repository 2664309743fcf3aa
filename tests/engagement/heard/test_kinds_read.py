"""Staff who read words see what else was answered: an order, piles, an amount (Q3, Q7); never a vote (6.9)."""

import pytest
from django.test import Client

from engagement.voices import flows
from engagement.voices.flows import Said
from tests.engagement.voices.kinds import made


@pytest.fixture
def asked(home_page):
    return made.make_round()[1]


def test_the_queue_says_what_was_answered_beside_the_words(asked, pmu):
    order, sort = ([c for c in asked[kind].choices.all() if not c.meaning] for kind in ("order", "sort"))
    said = [
        Said(asked["order"], choices=(order[1], order[0]), words="Friends are first for me."),
        Said(asked["sort"], piles={sort[0]: "dislike"}, words="The water is cold."),
        Said(asked["number"], number="12.50", words="It depends."),
    ]
    flows.give_voice(round=asked["order"].round, said=said)
    client = Client()
    client.force_login(pmu)
    page = client.get("/admin/heard/").content.decode()
    for words in ("1. Seeing friends", "2. Going swimming", "Going swimming: I do not like it", "12.5 hours"):
        assert f"<li>{words}</li>" in page
