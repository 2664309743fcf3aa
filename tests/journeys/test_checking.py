"""Two whole stories: a checker stops an opening, and a wrong phone number is put right in public in a few presses."""

import json
import re
import time

import pytest
from django.core import mail
from django.urls import reverse
from playwright.sync_api import expect

from easyread import flows
from easyread.models import EasyReadCheck
from engagement.people.roles import CHECKER
from engagement.proposals.models import RoundPage
from engagement.voices.models import Voice
from home.programme.rights import give_rights
from tests import factories
from tests.browser import faults, findings, lost_focus
from tests.journeys.test_answering import press
from tests.journeys.test_staff_screens import axe_on_ours

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sign_in(page, user):
    """Sign `user` in by a code sent by email."""
    page.goto("/accounts/login/code/?next=/admin/")
    page.fill("input[type=email]", user.email)
    page.click("main button[type=submit]")
    page.wait_for_url("**/confirm/**")
    page.fill("input[name=code]", re.search(r"\d{3}-?\d{3}", mail.outbox[-1].body)[0])
    page.click("main button[type=submit]")
    page.wait_for_url("**/admin/")


def ours(page):
    """What is wrong on our own part of the screen shown: too small, too wide, or found by axe."""
    return axe_on_ours(page) + [fault for fault in faults(page) if "px too wide" in fault or "legend" in fault]


@pytest.fixture
def ready(home_page, roles):
    """A round that met every gate but the check, and is with the checkers."""
    give_rights()
    page = factories.make_ready_round(opens=0, title="Have your say about buses")
    flows.send_to_checkers(page=page)
    return page


def test_a_checker_stops_an_opening(desktop, ready, client):
    """T9: the checker sees no editor: a list, the page as everybody will see it, one part at a time, and three answers.

    By keyboard; the same press by press at 320 px and without a mouse.
    """
    sign_in(desktop, factories.make_user(CHECKER))
    desktop.click("text=See the pages")
    expect(desktop.locator("h1")).to_have_text("Pages to check")
    assert not findings(desktop) + faults(desktop)
    desktop.click("text=Check this page")
    expect(desktop.locator("h1")).to_have_text("Check: Have your say about buses")
    assert not findings(desktop) + faults(desktop)
    press(desktop, "Look at the whole page")
    expect(desktop.locator("h1")).to_have_text("Have your say about buses")
    desktop.click("text=Say what you think of it")
    press(desktop, "Start")
    desktop.set_viewport_size({"width": 320, "height": 640})
    assert not findings(desktop) + faults(desktop) + lost_focus(desktop)
    choose_by_keyboard(desktop, "hard")
    expect(desktop.locator("h1")).to_have_text("What is hard to understand?")
    press(desktop, "Next")
    expect(desktop.locator(".error-summary")).to_contain_text("Tell us what is hard")
    assert not findings(desktop) + faults(desktop)
    desktop.fill("textarea[name=words]", "I do not know what a service is.")
    press(desktop, "Next")
    while desktop.locator("input[value=good]").count():
        choose_by_keyboard(desktop, "good")
    expect(desktop.locator("h1")).to_have_text("What you said about this page")
    assert not findings(desktop) + faults(desktop)
    press(desktop, "Send")
    expect(desktop.locator("h1")).to_have_text("Thank you")
    expect(desktop.locator("main")).to_contain_text("We will make this page better.")
    assert not findings(desktop) + faults(desktop)
    assert not RoundPage.objects.get(pk=ready.pk).live
    assert client.get(ready.url).status_code == 404
    client.force_login(factories.make_user(is_superuser=True))
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[ready.pk])).content.decode()
    assert "I do not know what a service is." in editor


def choose_by_keyboard(page, verdict):
    """Choose a `verdict` (str) of the part shown, and press Enter there, which is Next."""
    page.locator(f"input[value={verdict}]").focus()
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.slow
def test_a_wrong_phone_number_is_put_right_at_once_and_no_answer_is_lost(desktop, phone, home_page, pmu):
    """Two minutes: 3 screens and 1 sentence. Somebody in the middle of answering goes on and sends their voice."""
    give_rights()
    words = json.dumps([{"type": "picture_and_words", "value": {"picture": None, "words": "Phone 01632 960 111."}}])
    round = factories.make_round(easy_read=words, title="Have your say about buses")
    phone.goto(round.url)
    press(phone, "Answer the questions"), press(phone, "Start")
    answer(phone, (1, 2))
    sign_in(desktop, pmu)
    began = time.monotonic()
    desktop.goto(reverse("wagtailadmin_pages:edit", args=[round.pk]))
    put_the_number_right(round, pmu)
    desktop.goto(reverse("wagtailadmin_pages:edit", args=[round.pk]))
    desktop.locator(".staff >> text=Put this page right at once").first.click()
    assert not ours(desktop)
    desktop.fill("textarea[name=reason]", "The phone number was wrong.")
    desktop.click("main .staff button[type=submit]")
    desktop.wait_for_selector("text=Everybody sees the new version now.")
    assert time.monotonic() - began < 120
    desktop.goto(round.url)
    text = desktop.locator("main").inner_text()
    assert "01632 960 222" in text and "Why: The phone number was wrong." in text
    assert "We are still checking this page." in text
    assert EasyReadCheck.objects.filter(status="in_progress", revision__object_id=str(round.pk)).exists()
    answer(phone, (3, 4, 5))
    press(phone, "Skip"), press(phone, "Send")
    assert phone.locator("h1").inner_text() == "This is your card"
    assert Voice.objects.get().answers.count() == 5


def test_a_page_that_was_taken_down_says_why_within_the_bar(desktop, phone, home_page, pmu):
    """A1, A2: also without JavaScript at 320 px; its answers are kept."""
    round = factories.make_round(title="Have your say about buses")
    flows.take_down_page(page=round, reason="The day was wrong.", by=factories.make_user(is_superuser=True))
    assert phone.goto(round.url).status == 410
    assert "The day was wrong." in phone.locator("main").inner_text()
    for width in (1280, 320):
        desktop.set_viewport_size({"width": width, "height": 800})
        desktop.goto(round.url)
        assert not findings(desktop) + faults(desktop)


def put_the_number_right(round, by):
    """What the Unit types in Wagtail's own editor and keeps as a draft."""
    page = RoundPage.objects.get(pk=round.pk)
    words = [{"type": "picture_and_words", "value": {"picture": None, "words": "Phone 01632 960 222."}}]
    page.easy_read = json.dumps(words)
    page.save_revision(user=by)


def answer(page, numbers):
    """Answer the questions with these `numbers`, one on a page."""
    for number in numbers:
        expect(page.get_by_text(f"Question {number} of 5", exact=True)).to_be_visible()
        if page.locator("fieldset h1").count():
            page.locator("input[name=choice]").first.check()
        else:
            page.get_by_label("Your words").fill("I want people to listen.")
        press(page, "Next")
