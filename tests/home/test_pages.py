"""The home page and plain pages: what is open, what changed because of people, the four lines."""

import html
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from home.models import HomePage, InfoPage
from tests import factories
from tests.engagement.trail import made


def show(client, address="/"):
    return html.unescape(re.sub(r"\s+", " ", client.get(address).content.decode()))


def test_the_home_page_is_locked_without_its_picture(home_page):
    """PostgreSQL refuses to lock the empty side of a join; SQLite would not tell."""
    with transaction.atomic():
        assert "easyread_picture" in str(HomePage.objects.all().query)
        assert "easyread_picture" not in str(HomePage.objects.select_for_update().query).split("FROM")[1]


def test_an_empty_site_is_kind(client, home_page):
    page = show(client)
    assert "Nothing is open now." in page and "What changed because of you" not in page


def test_open_plans_stand_in_their_place(client, home_page):
    for name, place in (("Second", 5), ("First", 1)):
        factories.make_round(proposal=factories.make_proposal(name, place_on_home=place))
    factories.make_round(proposal=factories.make_proposal("Closed one"), opens=-60, closes=-5)
    page = show(client)
    assert page.index("First") < page.index("Second") and "Closed one" not in page
    assert page.count("button--main") == 1


def test_what_changed_because_of_you(client, home_page):
    plan = factories.make_proposal()
    decision = made.make_decision(plan)
    made.make_action(decision, -3, "done", what="Find 3 helpers.")
    made.make_action(decision, -3, what="Paint the room.")
    hidden = made.make_decision(plan, published=False)
    made.make_action(hidden, -3, "done", what="Buy a bus.")
    page = show(client)
    assert decision.title in page and "Find 3 helpers." in page
    for words in (hidden.title, "Buy a bus.", "Paint the room."):
        assert words not in page


def test_the_four_lines_lead_to_their_places(client, home_page):
    page = show(client)
    lines = ("All voices heard", "Supporting our voice", "Making it happen", "Hearing, deciding and acting")
    places = [page.index(f">{line}</a>") for line in lines]
    assert places == sorted(places)
    for address in ("/have-your-say/", "/help/", "/what-happened/", "/who-decides/"):
        assert f'href="{address}">' in page[places[0] - 200 :]


def test_a_plain_page_and_its_standard_version(client, home_page):
    info = home_page.add_child(
        instance=InfoPage(
            title="Help",
            slug="help",
            easy_read=[
                ("heading", "Ask us"),
                ("picture_and_words", {"words": "You can ask.\nWe help.", "picture": None}),
            ],
            standard=[("text", "<p>Assistance is available.</p>")],
        )
    )
    page = show(client, info.address)
    assert "<p>You can ask.</p> <p>We help.</p>" in page and info.standard_address in page
    assert "Assistance is available." in show(client, info.standard_address)


@pytest.mark.parametrize("slug", ["who-decides", "my-voice", "admin", "standard"])
def test_a_plain_page_cannot_take_an_address_of_ours(home_page, slug):
    with pytest.raises(ValidationError):
        home_page.add_child(instance=InfoPage(title="X", slug=slug))


def test_a_deep_page_is_found_at_once_and_a_wrong_address_is_not(client, home_page, django_assert_num_queries):
    round = factories.make_round()
    assert client.get(round.address).status_code == 200
    assert client.get(f"{round.address}more/").status_code == 404
    assert client.get(round.address.rstrip("/")).status_code == 301
    home = home_page.specific
    parts = [part for part in round.address.split("/") if part]
    with django_assert_num_queries(1):
        page, _, _ = home.route(None, parts)
    assert page == round and type(page) is type(round)
