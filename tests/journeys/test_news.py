"""A worker takes news back: the list, what to read out, the poster, and the tick; in a real browser (A1, A2)."""

import pytest
from playwright.sync_api import expect

from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices.models import Support, Told
from tests import browser as real_browser
from tests import factories
from tests.engagement.trail import made
from tests.journeys.test_answering import press
from tests.journeys.test_staff_screens import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def worker(roles, home_page):
    """A worker who entered one voice, of whose plan there is a decision."""
    user, organisation = factories.make_user(ADVOCACY_WORKER), factories.make_organisation("Speak Up")
    Worker.objects.create(organisation=organisation, user=user)
    round = factories.make_round(opens=-60, closes=-5, title="Buses")
    question = round.question_rows.get(kind="words")
    voice = made.make_voice(round, words="More buses.", question=question, channel="worker", entered_by=user)
    Support.objects.create(by=user, organisation=organisation, voice=voice)
    made.publish_heard(round)
    made.make_decision(round.proposal)
    return user


def test_news_poster_and_the_tick(worker, phone, live_server):
    """Without JavaScript at 320 px: from the first page to "We wrote down that you told the person"."""
    page = phone
    sign_in(page, worker, live_server.url)
    page.goto("/support/")
    page.get_by_role("link", name="News to take back").click()
    expect(page.get_by_text("We said what we heard")).to_be_visible()
    poster = page.locator("section[aria-labelledby=posters] a").first.get_attribute("href")
    assert page.request.get(f"{live_server.url}{poster}").headers["content-type"] == "application/pdf"
    page.locator("section[aria-labelledby=cards] .card-title a").first.click()
    expect(page.get_by_text("The board said yes.")).to_be_visible()
    press(page, "I told them")
    expect(page.get_by_text("Choose how you told the person.").first).to_be_visible()
    page.get_by_label("I told them", exact=True).check()
    press(page, "I told them")
    expect(page.get_by_text("We wrote down that you told the person.")).to_be_visible()
    assert set(Told.objects.values_list("step", flat=True)) == {"heard", "decided"}


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_meets_the_bar(worker, desktop, live_server, width):
    """A1: nothing for axe. A2: targets, width, focus, text spacing. News, numbers and spreadsheets."""
    page, faults = desktop, []
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, worker, live_server.url)
    places = ["/support/news/", "/support/numbers/", "/support/import/"]
    places.append(f"/support/news/{Support.objects.get().voice.public_id}/")
    places.append(f"/support/import/new/{Support.objects.get().voice.round_id}/")
    for place in places:
        page.goto(place)
        found = real_browser.findings(page) + real_browser.faults(page)
        faults += [f"{place}: {fault}" for fault in found]
    assert not faults
