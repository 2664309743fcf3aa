"""The plain pages: every link around a page answers, help is first a person, and no number is made up."""

import re
import tomllib
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string

from home.models import InfoPage, WhoToAsk
from home.programme.files import DATA
from home.programme.loading import Loading
from home.programme.pages import load_pages
from tests import browser as real_browser
from tests import factories

pytestmark = pytest.mark.django_db
CERTAIN_NUMBERS = {"999", "111", "116 123"}  # those that hold for everyone in England
EASY = ["/help/", "/help/not-safe/", "/privacy/", "/accessibility/", "/open-data/"]


class Links(HTMLParser):
    """Collects where every link of a page leads."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append(dict(attrs)["href"])


@pytest.fixture
def pages(db):
    """The site's own pages, as load_programme loads them."""
    load_pages(Loading())


def frame():
    """The help strip, the menu and the footer of every page."""
    names = ("help_strip", "site_nav", "site_footer")
    return "".join(render_to_string(f"components/{name}.html", {"path": "/"}) for name in names)


def test_every_link_around_every_page_answers(client, pages):
    """3.2.6, Q14: help is in the same place on each page, and it is there."""
    links = [link for link in Links(frame()).found if link.startswith("/")]
    assert {"/help/", "/help/not-safe/", "/privacy/", "/accessibility/", "/pictures/", "/open-data/"} <= set(links)
    answers = {link: client.get(link).status_code for link in links}
    assert set(answers.values()) == {200}, answers


@pytest.mark.parametrize("path", EASY)
def test_each_has_both_versions(client, pages, path):
    """Q8."""
    assert client.get(path).status_code == 200
    standard = client.get(f"{path}standard/")
    assert "There is no standard version" not in standard.content.decode()


def test_help_says_first_who_to_ask_and_who_to_tell(client, pages):
    """Q14, 3.6: the two things that cannot wait stand before everything else."""
    text = client.get("/help/").content.decode()
    assert text.index('href="/help/not-safe/"') < text.index("Who you can ask") < text.index("How to answer")
    assert f"Phone {WhoToAsk.objects.get().phone}" in text


def test_not_safe_says_999_before_anything_else(client, pages):
    """3.6: not for emergencies, who to tell, and that secrecy is never promised."""
    text = client.get("/help/not-safe/").content.decode()
    main = text[text.index("<main") :]
    assert main.index("Phone 999") < main.index("Abuse")
    assert "We do not read messages at once." in main
    assert "So we cannot promise to keep it a secret." in main


def test_no_phone_number_is_made_up():
    """Only numbers that hold for everyone: 999, NHS 111, Samaritans."""
    text = (DATA / "info_pages.toml").read_text(encoding="utf-8")
    said = set(re.findall(r"(?:[Pp]hone|ring|NHS|answer on) (\d[\d ]*\d)", text))
    assert said == CERTAIN_NUMBERS


def test_the_statement_names_who_enforces_it(client, pages):
    """3.10, A5: partly compliant, what no machine can tell, EASS and EHRC."""
    easy = client.get("/accessibility/").content.decode()
    standard = client.get("/accessibility/standard/").content.decode()
    assert "People with a learning disability have not tested this website yet." in easy
    for words in ("partially compliant", "What no machine can tell", "(EHRC)", "(EASS)", "PDF/UA-1"):
        assert words in standard


def test_privacy_names_each_cookie_the_code_sets(client, pages):
    """12: the cookies that the statement names are those there are."""
    from engagement.voices.views.device import COOKIE as ANSWERING
    from home.look.preferences import COOKIE

    standard = client.get("/privacy/standard/").content.decode()
    assert f"<b>{COOKIE}</b>" in standard and f"<b>{ANSWERING}</b>" in standard


def test_a_page_below_help_is_shown_on_it_and_leads_back(client, pages):
    rows = tomllib.loads((DATA / "info_pages.toml").read_text(encoding="utf-8"))["page"]
    assert [row["slug"] for row in rows if row.get("under") == "help"] == ["not-safe"]
    assert 'href="/help/"' in client.get("/help/not-safe/").content.decode().split("<main")[0].split("Back to")[0]


def test_few_queries(client, pages, django_assert_max_num_queries):
    """F2: 10 at most, uncached."""
    client.get("/help/")
    for path in EASY:
        with django_assert_max_num_queries(10):
            client.get(path)


def test_the_page_address_pictures_is_kept_for_the_credits(pages):
    from django.core.exceptions import ValidationError

    page = InfoPage(title="Pictures", slug="pictures")
    with pytest.raises(ValidationError):
        page.clean()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_nothing_to_mend_in_a_browser(desktop):
    """A1, A2: every plain page and the credits."""
    factories.make_home()
    load_pages(Loading())
    for path in [*EASY, "/pictures/"]:
        desktop.goto(path)
        wrong = real_browser.findings(desktop) + real_browser.faults(desktop)
        assert wrong == [], path
