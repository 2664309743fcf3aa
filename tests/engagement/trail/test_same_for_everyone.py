"""Reading pages: the same HTML for everybody, without cookie or token, in few queries (F2, F8, SEAMS.md)."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from easyread.models import Picture
from engagement.voices.flows.closing import keep_counts
from home.models import HomePage, WhoToAsk
from tests import factories
from tests.engagement.trail import made

MOST_QUERIES = 10


def queries_of(client, address):
    """What a page asks the database when no page is kept. Where Wagtail's sites are is known, as it is for an hour."""
    cache.clear()
    Site.get_site_root_paths()
    with CaptureQueriesContext(connection) as caught:
        response = client.get(address)
    assert response.status_code == 200, address
    return [query["sql"] for query in caught.captured_queries]


@pytest.fixture(autouse=True)
def who_to_ask(home_page):
    """The row of who to ask, which the first page ever shown would make."""
    return WhoToAsk.objects.create(site=Site.objects.get())


def test_no_page_needs_more_than_10_queries(client, story, settings):
    settings.PAGE_CACHE_SECONDS = 0
    house = Picture.objects.create(title="House", idea="house", file="house.svg", width=72, height=72)
    HomePage.objects.update(picture=house)
    keep_counts(round=story.round)  # its first reader after closing counts it, once (F7)
    needed = {name: queries_of(client, address) for name, address in story.addresses.items()}
    assert {name: len(sql) for name, sql in needed.items() if len(sql) > MOST_QUERIES} == {}


@pytest.mark.slow
@pytest.mark.parametrize("rows", [20, 80])
def test_more_rows_need_no_more_queries(client, home_page, settings, rows):
    settings.PAGE_CACHE_SECONDS = 0
    few = made.Story(5)
    before = {name: len(queries_of(client, address)) for name, address in few.addresses.items()}
    many = made.Story(rows)
    assert {name: len(queries_of(client, address)) for name, address in many.addresses.items()} == before


def test_12_rows_need_no_more_queries_than_5(client, story, settings):
    settings.PAGE_CACHE_SECONDS = 0
    before = {name: len(queries_of(client, address)) for name, address in story.addresses.items()}
    many = made.Story(12)
    assert {name: len(queries_of(client, address)) for name, address in many.addresses.items()} == before


def test_everybody_gets_the_same_page_and_no_cookie(client, story, roles):
    signed_in = Client()
    signed_in.force_login(factories.make_user(is_superuser=True))
    other_cookies = Client()
    other_cookies.cookies["look"] = "dark"
    other_cookies.cookies["answering"] = "secret"
    for name, address in story.addresses.items():
        page = client.get(address)
        assert page.status_code == 200, name
        for other in (signed_in, other_cookies):
            assert other.get(address).content == page.content, name
        assert "Set-Cookie" not in page.headers and not page.cookies, name
        assert "Cookie" not in page.headers.get("Vary", ""), name
        assert b"csrfmiddlewaretoken" not in page.content, name
        scripts = re.findall(rb"<script([^>]*)>(.*?)</script>", page.content, re.S)
        # Only files of our own that wait for the page, as Listen: no page needs them, and nothing stands in the page.
        assert all(
            re.fullmatch(rb' src="/static/(easyread/)?js/[^"]+" defer', how) and not what for how, what in scripts
        ), name


def test_each_page_has_a_title_one_h1_headings_in_order_and_landmarks(client, story):
    titles = {}
    for name, address in story.addresses.items():
        html = client.get(address).content.decode()
        assert len(re.findall(r"<h1[ >]", html)) == 1, name
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), (name, levels)
        assert '<html lang="en-GB"' in html and "<main" in html, name
        assert name == "home" or 'class="breadcrumbs"' in html, name
        titles.setdefault(re.search(r"<title>(.*?)</title>", html, re.S)[1], []).append(name)
    assert all(len(names) == 1 for names in titles.values()), titles


def test_an_unknown_address_gets_a_kind_page(client, home_page):
    for address in ("/nope/", "/who-decides/nobody/", "/what-happened/nothing/", "/have-your-say/nope/results/"):
        response = client.get(address)
        assert response.status_code == 404
        assert b"<h1" in response.content
