"""Each thing that can go wrong has a plain page of its own, which says what to do (Q13)."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html", "503.html"]
PAGES += ["easyread/too_big.html", "easyread/no_pdf.html"]


@pytest.mark.parametrize("name", PAGES)
def test_a_plain_page_with_one_heading_and_a_way_on(name):
    """Drawn here without a request or a database, as Django does when things are at their worst."""
    drawn = render_to_string(name)
    assert drawn.count("<h1") == 1 and 'href="/' in drawn and "{%" not in drawn
    assert "Error" not in drawn and "sorry" not in drawn.lower()


@pytest.mark.django_db
def test_an_unknown_address(client, home_page):
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404 and "We cannot find this page" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_that_was_open_too_long(home_page):
    late = Client(enforce_csrf_checks=True)
    late.get("/look/")
    answer = late.post("/look/", {"text": "bigger"})
    assert answer.status_code == 403 and "Please press the button again" in answer.content.decode()


@pytest.mark.django_db
def test_a_browser_that_keeps_no_cookies_is_told_and_has_other_ways(home_page):
    """To press again would lead here for ever."""
    answer = Client(enforce_csrf_checks=True).post("/look/", {"text": "bigger"})
    page = answer.content.decode()
    assert answer.status_code == 403 and "<h1>We need 1 cookie</h1>" in page and "on paper or by phone" in page
