"""Every public page of the loaded programme: no dead link, one story for all, and BARS A1, A2, S2 in a real browser."""

import re

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from engagement.proposals.models import RoundPage
from engagement.trail.meanings import NO_SPLIT
from tests import browser as real_browser
from tests import factories
from tests.crawl import lacks_way_out, one_of_each_template, walk

EXAMPLE = "Example. This did not happen."


def load_everything():
    """The site as script/server leaves it: pictures, register and the made-up programme."""
    factories.make_ground()
    call_command("load_pictures", verbosity=0)
    call_command("load_programme", "--demo", verbosity=0)


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker, results):
    """Every public page of the loaded programme, fetched once for all tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_everything()
        found = walk(Client())
        results.extend(results_of_each_round())
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def results():
    """The results of every closed round, as the API tells them; filled by `pages`."""
    return []


@pytest.fixture
def api_results(pages, results):
    """The same, once the programme was loaded."""
    return results


def results_of_each_round():
    """What the API says of every round whose results are out. A list of dict."""
    ids = RoundPage.objects.live().public().values_list("public_id", flat=True)
    answers = [Client().get(f"/api/rounds/{public_id}/results") for public_id in ids]
    return [answer.json() for answer in answers if answer.status_code == 200]


@pytest.mark.django_db
def test_every_link_leads_somewhere(pages):
    wrong = [f"{response.status_code} {path}" for path, (response, _) in pages.items() if response.status_code != 200]
    assert not wrong
    assert len(pages) > 60


@pytest.mark.django_db
def test_every_page_is_in_order(pages):
    """One h1, headings without a jump (T4), nothing from elsewhere, no cookie, anchors that exist (DESIGN.md 6.12)."""
    faults = []
    for path, (response, links) in pages.items():
        if not links:
            continue
        if links.headings.count(1) != 1 or any(
            b - a > 1 for a, b in zip(links.headings, links.headings[1:], strict=False)
        ):
            faults.append(f"{path}: headings {links.headings}")
        faults += [
            f"{path}: loads {source}" for source in links.sources if not source.startswith("/") and "/" in source
        ]
        faults += [
            f"{path}: #{h[1:]} is not there" for h in links.hrefs if h.startswith("#") and h[1:] not in links.ids
        ]
        if (
            response.cookies
            and not path.endswith("/ask/")
            and "/answer/" not in path
            and "/say/" not in path  # leads on to answering
            and not path.startswith(("/my-voice", "/look", "/accounts"))
        ):
            faults.append(f"{path}: sets a cookie")
    assert not faults


@pytest.mark.django_db
def test_made_up_pages_say_so(pages):
    """Each page of the made-up plans and decisions carries the sentence."""
    made_up = [
        path
        for path, (_, links) in pages.items()
        if links and path.startswith(("/have-your-say/", "/what-happened/")) and path.count("/") > 2
    ]
    assert len(made_up) > 15
    assert not [path for path in made_up if EXAMPLE not in pages[path][0].content.decode()]


@pytest.mark.django_db
def test_two_ways_out_within_one_press(pages):
    """Q18: "I am not safe" and "Leave this site quickly", before the main part of every page."""
    texts = {path: response.content.decode() for path, (response, links) in pages.items() if links}
    assert {path: lacking for path, html in texts.items() if (lacking := lacks_way_out(html))} == {}


VOICES = re.compile(r"\b\d[\d,]* voices?\b")
WHOSE = ("own words", "Their own words", "whose words they are")


@pytest.mark.django_db
def test_every_number_of_voices_says_whose_words_they_are(pages):
    """3.2: each page that tells how many splits it by whose words, says why not, or leads to a page that does."""
    texts = {path: words_of(response) for path, (response, links) in pages.items() if links}
    told = {path for path, text in texts.items() if any(words in text for words in WHOSE)}
    counting = [path for path, text in texts.items() if VOICES.search(text) and not path.startswith("/open-data")]
    assert len(counting) > 8
    assert not [path for path in counting if path not in told and not told & set(pages[path][1].hrefs)]


@pytest.mark.django_db
def test_every_result_of_the_api_says_whose_words_they_are(api_results):
    """3.2: a table of the split, or the sentence that says why there is none."""
    shown = [round for round in api_results if not round["hidden"]]
    assert len(shown) > 3
    for round in shown:
        titles = [table["title"] for table in round["splits"]]
        assert "Whose words they are" in titles or NO_SPLIT[0] in round["about"], round["title"]


def words_of(response):
    """The words of the main part of a page."""
    main = response.content.decode().split("<main")[1].split("</main")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def open_everywhere(page, chosen, widths):
    """Open one page of each kind at each width. Yields (name for a fault, width)."""
    for template, path in chosen.items():
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(path)
            yield f"{template} {path} at {width}", width


@pytest.mark.browser
@pytest.mark.parametrize(
    ("widths", "walk_them"), [([320], False), pytest.param([320, 390, 1280], True, marks=pytest.mark.slow)]
)
def test_one_page_of_each_kind_in_a_real_browser(pages, transactional_db, desktop, widths, walk_them):
    """A1: nothing for axe. A2: targets, overflow; walked by keyboard and with more spacing where `walk_them`."""
    load_everything()
    chosen, faults = one_of_each_template(pages), []
    for name, width in open_everywhere(desktop, chosen, widths):
        found = real_browser.faults(desktop)
        if width != 390:
            found += real_browser.findings(desktop)
        if walk_them and width == 320:
            found += real_browser.lost_focus(desktop) + real_browser.faults_with_spacing(desktop)
        faults += [f"{name}: {fault}" for fault in found]
    assert not faults
    assert len(chosen) > 12


@pytest.mark.slow
@pytest.mark.browser
def test_policy_third_parties_forced_colours_and_calm(pages, transactional_db, browser, live_server):
    """S2: no report of the policy, nothing from elsewhere. A2: forced colours; L11, Q12: nothing moves by itself."""
    load_everything()
    faults = []
    context = browser.new_context(base_url=live_server.url)  # without bypassing the policy
    page = context.new_page()
    page.on("request", lambda r: None if r.url.startswith(live_server.url) else faults.append(f"asks for {r.url}"))
    page.on("console", lambda m: faults.append(f"{page.url}: {m.text}"))
    for _ in open_everywhere(page, one_of_each_template(pages), widths=[1280]):
        pass
    context.close()
    context = browser.new_context(base_url=live_server.url, bypass_csp=True, forced_colors="active")
    page = context.new_page()
    for name, _ in open_everywhere(page, one_of_each_template(pages), widths=[390]):
        faults += [f"{name}: {fault}" for fault in real_browser.faults(page) + real_browser.moving(page)]
    context.close()
    assert not faults


LOOKS = [
    "theme:dark.text:biggest.pictures:off",
    "theme:soft.spacing:more.less:yes",
    "theme:contrast.pictures:big",
    "pictures:words.faces:no.text:smaller",
]


@pytest.mark.slow
@pytest.mark.browser
def test_every_look_on_one_page_of_each_kind(pages, transactional_db, desktop, live_server):
    """A1, A2, A4, Q12, P6: 7:1, 44 px, nothing too wide, and no picture where somebody wants words only."""
    load_everything()
    chosen, faults = one_of_each_template(pages), []
    for look in LOOKS:
        desktop.context.add_cookies([{"name": "look", "value": look, "url": live_server.url}])
        for name, _ in open_everywhere(desktop, chosen, [320]):
            found = real_browser.findings(desktop) + real_browser.faults(desktop)
            if "words" in look and desktop.locator("main :is(.picture, .icon):visible").count():
                found.append("something drawn is left")
            faults += [f"{look} {name}: {fault}" for fault in found]
    assert not faults
