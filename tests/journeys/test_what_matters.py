"""People look at ideas, pick three, change one and see the results: in a real browser, without JavaScript."""

import pytest
from playwright.sync_api import expect

from engagement.voices.models import AnswerChoice
from tests import browser as real_browser
from tests import factories
from tests.engagement import ideas_made as made
from tests.engagement.voices.conftest import close
from tests.journeys.test_answering import press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def round(home_page, roles):
    """An open round with 12 ideas, the last of which came late, and 8 voices that picked the first one."""
    page = made.make_ideas_round()
    by = factories.make_user("Programme Management Unit")
    page.ideas_made = [made.make_idea(page, f"Idea of person {n}.", by=by) for n in range(12)]
    for _ in range(8):
        made.pick(page, page.ideas_made[0])
    return page


@pytest.fixture
def look(browser, live_server):
    """Holds an address to BARS A1 and A2 in a browser of its own, at 320 px, with the cookies of `page`."""

    def look(page, address):
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": 320, "height": 640}, bypass_csp=True, reduced_motion="reduce"
        )
        context.add_cookies(page.context.cookies())
        seen = context.new_page()
        seen.goto(address)
        found = real_browser.findings(seen) + real_browser.faults(seen)
        context.close()
        assert found == [], address

    return look


def test_look_pick_change_send_and_see(round, phone, look):
    """At 320 px without JavaScript: ideas, 3 picks, one changed, the card, another change, the results."""
    page, address = phone, round.address
    page.goto(address)
    press(page, "Look at the ideas")
    expect(page.get_by_text("So a late idea is as easy to find as an early one.")).to_be_visible()
    look(page, page.url)
    page.get_by_role("link", name="Idea of person 7.").click()
    look(page, page.url)
    press(page, "Pick 3 ideas")
    press(page, "Start")
    press(page, "Skip")
    look(page, page.url)
    boxes = page.get_by_role("checkbox")
    for number in range(4):
        boxes.nth(number).check()
    press(page, "Next")
    expect(page.get_by_text("You picked 4 ideas. Please pick 3 ideas at most.").first).to_be_visible()
    page.get_by_role("group", name="The ideas you picked").get_by_role("checkbox").first.uncheck()
    press(page, "Show me more ideas")
    expect(page.get_by_text("You picked 3 of 3.")).to_be_visible()
    look(page, page.url)
    press(page, "Next")
    press(page, "Skip")
    expect(page.locator("h1")).to_have_text("Check your answers")
    page.get_by_role("link", name=f"Change your answer to: {made.PICK}").click()
    page.get_by_role("group", name="The ideas you picked").get_by_role("checkbox").first.uncheck()
    press(page, "Save and check")
    press(page, "Send")
    expect(page.locator("h1")).to_have_text("This is your card")
    assert AnswerChoice.objects.filter(answer__is_current=True).count() == 8 + 2
    page.goto(page.locator(".code-card-foot a").get_attribute("href"))
    page.get_by_role("link", name=f"Change or add your answer to: {made.PICK}").click()
    look(page, page.url)
    page.get_by_role("group", name="Other ideas").get_by_role("checkbox").first.check()
    press(page, "Save")
    assert AnswerChoice.objects.filter(answer__is_current=True).count() == 8 + 3
    close(round)
    page.goto(f"{address}results/")
    expect(page.get_by_text("There are 12 ideas. Those that most people picked are here.")).to_be_visible()
    look(page, page.url)
    press(page, "See all the ideas")
    expect(page.locator(".card").first).to_contain_text("Idea of person 0.")
    look(page, page.url)
