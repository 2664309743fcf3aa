"""Who decides: the register, one body with its sources, and the map."""

import html
import re

import pytest
from django.core.exceptions import ValidationError

from engagement.bodies.models import Authority, Body, Fact, Paper, ReportingLine, Seat
from tests import factories
from tests.engagement.trail import made


@pytest.fixture
def board(home_page):
    """A board with a fact of each kind."""
    board = factories.make_body("The big board", remit="Oversees matters.", meetings_per_year=4)
    paper = Paper.objects.create(slug="paper", title="A paper", short_title="The Kent paper")
    Seat.objects.create(body=board, kind="chair", role="Chair", section="2", plain="A leader of the council.")
    Seat.objects.create(
        body=board,
        kind="member",
        role="People",
        section="2",
        plain="Places for people.",
        for_people=True,
        number=4,
        number_is_least=True,
        our_reading=True,
        paper=paper,
        official="minimum four members",
        sort_order=9,
    )
    other = factories.make_body("The cabinet", authority=None)
    ReportingLine.objects.create(body=board, to=other, kind="reports", section="3", plain="It tells the cabinet.")
    for kind in ("may_not", "replaces", "since", "silent", "two_things"):
        Fact.objects.create(body=board, kind=kind, section="4", plain=f"About {kind}.")
    return board


def show(client, address):
    return html.unescape(re.sub(r"\s+", " ", client.get(address).content.decode()))


def test_a_body_shows_all_that_the_papers_say(client, board):
    page = show(client, board.address)
    for heading in (
        "What it can decide",
        "Who has a place",
        "Who it answers to",
        "When it meets",
        "What it may not do",
        "What it takes the place of",
        "What became of it",
        "What we do not know",
        "Where the paper says 2 things",
    ):
        assert f">{heading}</h2>" in page, heading
    assert "It meets 4 times each year." in page and "It reports to the cabinet" in page


def test_places_for_people_come_first(client, board):
    page = show(client, board.address)
    assert page.index("Places for people.") < page.index("A leader of the council.")
    assert "There are at least 4 places." in page


def test_each_fact_says_where_it_is_from_and_what_is_our_reading(client, board):
    page = show(client, board.address)
    assert "The Kent paper: 2" in page and "minimum four members" in page
    assert "The paper can be read in another way." in page
    assert "<details" in page


def test_the_other_side_of_a_line_is_shown_too(client, board):
    page = show(client, Body.objects.get(name="The cabinet").address)
    assert "Who answers to it" in page and "The big board reports to it" in page


def test_what_it_was_asked_decided_and_still_owes(client, board):
    plan = factories.make_proposal("Moving on", decided_by=board, asked_by=board)
    decision = made.make_decision(plan)
    made.make_action(decision, -2, what="Find a room.")
    made.make_action(decision, 2, "done", what="Write a letter.")
    theme = made.make_theme(factories.make_round(proposal=plan), title="More time")
    made.make_reply(decision, theme, "not_yet", answer_by=factories.today(5))
    page = show(client, board.address)
    assert "Moving on" in page and decision.title in page
    owed = page[page.index('id="owed"') :]
    assert "It promised: Find a room." in owed and "This is late" in owed
    assert "It must answer about: More time" in owed and "Write a letter." not in owed


def test_an_answer_owed_by_another_body(client, board):
    made.make_decision(factories.make_proposal(), kind="not_ours", next_body=board, next_by=factories.today(9))
    assert "It must answer about:" in show(client, board.address)


@pytest.mark.parametrize(
    ("status", "authority", "group"),
    [
        ("current", "decides", "They can decide"),
        ("current", "advises", "They help others to decide"),
        ("current", None, "We do not know what they can decide"),
        ("proposed", "decides", "They are only a plan"),
        ("ended", "decides", "They have ended"),
        ("unknown", None, "We do not know if they still meet"),
    ],
)
def test_the_register_puts_each_body_in_its_group(client, home_page, status, authority, group):
    body = factories.make_body("The panel", authority=authority, status=status)
    page = show(client, "/who-decides/")
    assert page.index(f">{group}</h2>") < page.index(body.address)
    assert page.count("</h2>") == 2  # its group, and what we do not know


def test_the_map_nests_and_a_ring_has_an_end(client, home_page):
    first, second, third = (factories.make_body(name) for name in ("Ring 1", "Ring 2", "Alone"))
    for below, above in ((first, second), (second, first)):
        ReportingLine.objects.create(body=below, to=above, kind="part_of", section="1", plain="x")
    page = show(client, "/who-decides/map/")
    assert "It is a part of the group above." in page and "It is on this page already." in page
    assert page.index("We do not know who these groups answer to") < page.index(third.address)


def test_an_empty_register_is_kind(client, home_page):
    assert client.get("/who-decides/").status_code == 200
    assert client.get("/who-decides/map/").status_code == 200
    assert client.get("/what-happened/").status_code == 200


def test_a_body_given_power_by_another_says_so(client, board):
    Authority.objects.create(
        body=board, kind="delegated", section="5", plain="It can spend.", given_by=Body.objects.get(name="The cabinet")
    )
    assert "The cabinet gave it this power." in show(client, board.address)


def test_no_body_can_have_the_address_of_the_map(home_page):
    body = factories.make_body()
    body.slug = "map"
    with pytest.raises(ValidationError):
        body.full_clean()
