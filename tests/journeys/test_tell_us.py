"""Tell us something, from a phone without JavaScript to an answer on the card: BARS A, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from engagement.decisions.models import Debt
from engagement.heard.models import Theme
from engagement.people.roles import SECRETARY
from home.programme.rights import give_rights
from tests import factories
from tests.browser import ask, faults, faults_with_spacing, findings, lost_focus
from tests.engagement import telling
from tests.journeys.test_answering import press
from tests.journeys.test_staff_screens import axe_on_ours, sign_in, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(home_page):
    """Tell us something, open since long."""
    return telling.make_tell_us()


def tell(phone):
    """Somebody tells us something, from the home page to the card. Returns the address of their own link."""
    phone.goto("/")
    press(phone, "Tell us something")
    expect(phone.get_by_text("We read everything within 5 working days.")).to_be_visible()
    press(phone, "Tell us something")
    expect(phone.get_by_text("We may have to tell others.")).to_be_visible()
    press(phone, "Start")
    phone.get_by_label("A problem").check()
    press(phone, "Next")
    phone.get_by_label("Your words").fill("The toilet in town is too small.")
    press(phone, "Next")
    press(phone, "Skip")
    press(phone, "Send")
    expect(phone.get_by_text("We read everything within 5 working days.")).to_be_visible()
    return phone.locator(".code-card-foot a").get_attribute("href")


def read_and_publish(staff):
    """The PMU reads the words, puts them in a theme, and publishes it."""
    staff.goto(reverse("reading:queue"))
    expect(staff.get_by_text("Read this by")).to_be_visible()
    staff.get_by_role("button", name="May be shown").click()
    expect(staff.get_by_text("There is nothing to read here.")).to_be_visible()
    staff.goto(reverse("heard:rounds"))
    staff.get_by_role("link", name="Tell us something", exact=True).click()
    staff.locator("input[name=answers]").check()
    staff.get_by_label("Name of the new theme").fill("A bigger toilet")
    staff.get_by_role("button", name="Put in the theme").click()
    staff.get_by_role("link", name="A bigger toilet").click()
    staff.get_by_label("What people said", exact=True).fill("The toilet in town is too small.")
    staff.get_by_role("button", name="Save the theme").click()
    staff.get_by_role("link", name="A bigger toilet").click()
    staff.get_by_role("button", name="Publish this theme").click()
    expect(staff.get_by_text("The theme is published. Everybody can read it now.")).to_be_visible()


def send_to(staff, body):
    """The PMU sends the theme to a body."""
    staff.get_by_role("link", name="Send to a body").click()
    staff.get_by_label("Which body answers?").select_option(label=body.name)
    staff.get_by_role("button", name="Send", exact=True).click()
    expect(staff.get_by_text("Sent. Everybody can see who must answer")).to_be_visible()


def answer(staff, label, reason, whose=""):
    """Somebody writes down what the body answers."""
    staff.get_by_role("link", name="Write down the answer").click()
    staff.get_by_label(label, exact=True).check()
    staff.get_by_label("Why", exact=True).fill(reason)
    if whose:
        staff.get_by_label("Which body can answer?").select_option(label=whose)
    staff.get_by_label("Who answered?").fill("The chair")
    staff.get_by_role("button", name="Save", exact=True).click()
    expect(staff.get_by_text("Saved. Everybody can read it.")).to_be_visible()


def test_told_on_a_phone_and_answered_by_the_body_that_is(phone, desktop, live_server, page, pmu):
    """320 px, without JavaScript; not ours is handed on, and the card shows each step (DESIGN.md 2, 6.11)."""
    give_rights()
    board, council = factories.make_body("The board"), factories.make_body("The council")
    secretary = factories.make_user(SECRETARY)
    council.secretaries.add(secretary)
    own = tell(phone)
    phone.goto(own)
    expect(phone.get_by_text("We read it by")).to_be_visible()
    sign_in(desktop, pmu, live_server.url)
    read_and_publish(desktop)
    send_to(desktop, board)
    phone.reload()
    expect(phone.get_by_text("Waiting for an answer")).to_be_visible()
    answer(desktop, "Not ours to decide", "The council looks after toilets.", whose=council.name)
    desktop.context.clear_cookies()
    sign_in(desktop, secretary, live_server.url)
    desktop.goto(reverse("owing:list"))
    desktop.get_by_role("link", name="A bigger toilet").click()
    expect(desktop.get_by_text("The board said that this is not theirs.")).to_be_visible()
    answer(desktop, "Yes", "We will build it.")
    phone.reload()
    for words in ("Your words are part of this.", "This is not ours to decide", "Yes, we will do it"):
        expect(phone.get_by_text(words)).to_be_visible()
    phone.get_by_role("link", name="A bigger toilet").click()
    expect(phone.get_by_text("The board handed this on.")).to_be_visible()
    expect(phone.get_by_text("A few people said this.")).to_be_visible()
    phone.get_by_role("link", name="The council", exact=True).click()
    expect(phone.get_by_role("link", name="A bigger toilet")).to_be_visible()
    assert too_wide(phone) == []
    assert [debt.state for debt in Debt.objects.order_by("pk")] == ["not_ours", "yes"]


def too_wide(phone):
    """Whether the page on the phone is as narrow as the phone: a list, empty when it is."""
    return [] if phone.locator("main").bounding_box()["width"] <= 320 else ["too wide"]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_meets_the_bar(desktop, live_server, home_page, width):
    """A1: nothing for axe. A2: targets, overflow, focus, spacing."""
    told = telling.Told()
    telling.tell(told.page, days=-40, read=False)
    desktop.set_viewport_size({"width": width, "height": 800})
    for name in ("tell us", "what people told us", "theme 0 (waiting)", "theme 5 (not_ours)", "body"):
        desktop.goto(told.addresses[name])
        found = faults(desktop) + findings(desktop)
        found += lost_focus(desktop) + faults_with_spacing(desktop) if width == 320 else []
        assert not found, name


@pytest.mark.slow
def test_screens_for_staff_meet_the_bar(desktop, live_server, home_page, pmu):
    give_rights()
    told = telling.Told()
    theme = telling.make_told(told.page, [telling.tell(told.page)], published=False)
    debt = told.debts[5]
    pages = [reverse("owing:list"), reverse("owing:one", args=[debt.pk]), reverse("owing:answer", args=[debt.pk])]
    pages += [reverse("owing:send", args=[theme.pk]), reverse("reading:queue")]
    pages += [reverse("heard:theme", args=[row.pk]) for row in (theme, Theme.objects.told().last())]
    pages += [
        reverse(f"heard:{name}", args=[told.themes[0].pk])
        for name in ("correct_theme", "take_down_theme", "start_plan")
    ]
    sign_in(desktop, pmu, live_server.url)
    for address in pages:
        desktop.goto(address)
        found = ask(desktop, "overflow") + ask(desktop, "ungrouped") + axe_on_ours(desktop)
        assert not found + small_targets(desktop), address
