"""An advocacy worker enters what one person said and prints the card: in a real browser, held to BARS A1 and A2."""

import pytest
from playwright.sync_api import expect

from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices.models import Answer, Consent, Support, Voice
from tests import browser as real_browser
from tests import factories
from tests.journeys.test_answering import press
from tests.journeys.test_staff_screens import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def worker(roles):
    """A worker of an advocacy organisation."""
    organisation = factories.make_organisation("Speak Up")
    user = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=organisation, user=user)
    return user


def begin(page, worker, live_server):
    """Sign in, choose the round that is open, and start."""
    sign_in(page, worker, live_server.url)
    page.goto("/support/")


def answer_all(page, look=lambda name: None):
    """Answer all five questions: exact words and summary apart in the last one."""
    for number in range(1, 6):
        expect(page.get_by_text(f"Question {number} of 5", exact=True)).to_be_visible()
        look(f"question {number}")
        if page.locator("fieldset h1").count():
            page.locator("input[name=choice]").first.check()
        else:
            page.get_by_label("The exact words of the person").fill("More time.")
            page.get_by_label("Your summary").fill("She wants meetings to go slower.")
        press(page, "Next")


def tell_how(page, look=lambda name: None):
    """Whose words, how it was explained and shown, about the person, what they agree to."""
    look("whose")
    page.get_by_label("The person's words. I read them back and the person agreed").check()
    press(page, "Next")
    look("how")
    page.get_by_label("With pictures to sort").check()
    page.get_by_label("They pointed").check()
    press(page, "Next")
    look("person")
    page.get_by_label("An autistic person").check()
    press(page, "Next")
    look("agree")
    page.get_by_label("We may show their words to other people").select_option("pointed")
    press(page, "Next")


def test_a_worker_enters_a_voice_and_prints_the_card(open_round, worker, phone, live_server):
    """Without JavaScript at 320 px: start, stop, go on, check, send, card, put right, new card (R2, 3.1 to 3.7)."""
    page = phone
    begin(page, worker, live_server)
    page.get_by_role("link", name=open_round.title).click()
    expect(page.get_by_text("Then we may have to tell someone who can help.")).to_be_visible()
    press(page, "Start with a person")
    page.locator("input[name=choice]").first.check()
    press(page, "Stop for now")
    expect(page.get_by_text("We saved this visit. You can go on with it later.")).to_be_visible()
    page.locator("section[aria-labelledby=own] .card-title a").first.click()
    press(page, "Back")
    answer_all(page)
    tell_how(page)
    assert page.locator("h1").inner_text() == "Check what you wrote down"
    press(page, "Send")
    assert page.locator("h1").inner_text() == "Print the card now"
    code, link = page.locator(".code-card-code").inner_text(), card_link(page)
    press(page, "I have printed it")
    expect(page.get_by_text("You can still put it right.")).to_be_visible()
    page.locator("section[aria-labelledby=own] .card-title a").first.click()
    put_words_right(page)
    press(page, "Print a new card")
    press(page, "Make a new card")
    assert page.locator(".code-card-code").inner_text() == code and card_link(page) != link
    page.goto(card_link(page))
    expect(page.get_by_text("More time, please.")).to_be_visible()
    assert page.goto(link).status == 404
    voice = Voice.objects.get()
    assert (voice.provenance, voice.entered_by) == ("read_back", worker)
    assert list(Consent.objects.values_list("kind", "how")) == [("publish", "pointed, with a worker")]


def card_link(page):
    """The long link on the card that is shown."""
    return page.locator(".code-card-foot a").get_attribute("href")


def put_words_right(page):
    """On the page of what was sent: change the exact words; what stood there before is kept."""
    page.get_by_role("link", name="your answer to: What should change?").click()
    page.get_by_label("The exact words of the person").fill("More time, please.")
    press(page, "Save")
    expect(page.get_by_text("We saved your change.")).to_be_visible()
    rows = Answer.objects.filter(question__kind="words").order_by("pk")
    assert [(row.words, row.is_current) for row in rows] == [("More time.", False), ("More time, please.", True)]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_meets_the_bar(open_round, worker, desktop, live_server, width):
    """A1: nothing for axe. A2: targets of 44 px, no page too wide, focus that can be seen, the text spacing."""
    page, faults = desktop, []
    page.set_viewport_size({"width": width, "height": 900})

    def look(name):
        found = real_browser.findings(page) + real_browser.faults(page)
        if width == 320:
            found += real_browser.lost_focus(page) + real_browser.faults_with_spacing(page)
        faults.extend(f"{name}: {fault}" for fault in found)
        if found or width == 320:
            page.goto(page.url)  # the spacing stays otherwise

    begin(page, worker, live_server)
    look("list without a visit")
    page.get_by_role("link", name=open_round.title).click()
    look("before")
    press(page, "Start with a person")
    answer_all(page, look)
    press(page, "Next")
    look("something is missing")
    tell_how(page, look)
    look("check")
    press(page, "Clear this visit")
    look("clear")
    press(page, "No, keep it")
    press(page, "Send")
    look("card")
    press(page, "I have printed it")
    look("list")
    page.locator("section[aria-labelledby=own] .card-title a").first.click()
    look("sent")
    page.get_by_role("link", name="your answer to: What should change?").click()
    look("put right")
    press(page, "Go back without saving")
    press(page, "Print a new card")
    look("new card")
    assert not faults


def test_the_card_prints_alone(open_round, worker, desktop, live_server):
    """On paper there is the card with its square, its code and who to ask: no menu, no button."""
    page = desktop
    begin(page, worker, live_server)
    page.get_by_role("link", name=open_round.title).click()
    press(page, "Start with a person")
    answer_all(page)
    tell_how(page)
    press(page, "Send")
    page.emulate_media(media="print")
    expect(page.locator(".code-card-qr svg")).to_be_visible()
    expect(page.get_by_text("Who you can ask")).to_be_visible()
    hidden = ("Print the card now", "I have printed it", "Back to your list")
    assert not any(page.get_by_text(words).first.is_visible() for words in hidden)


def test_a_press_that_reaches_nothing_keeps_what_was_typed(open_round, worker, desktop, live_server):
    """6.1: with no connection the page stays, says so and holds the words; the same press works again later."""
    page = desktop
    begin(page, worker, live_server)
    page.get_by_role("link", name=open_round.title).click()
    press(page, "Start with a person")
    page.goto(page.url.replace("/1/", "/5/"))
    page.get_by_label("The exact words of the person").fill("More time.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Next", exact=True).click()
    held = page.get_by_role("alert")
    expect(held).to_contain_text("What you typed is still here.")
    expect(held).to_be_focused()
    assert not real_browser.findings(page)
    expect(page.get_by_label("The exact words of the person")).to_have_value("More time.")
    page.context.set_offline(False)
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.get_by_role("heading", name="Whose words are they?")).to_be_visible()
    assert Support.objects.get().draft.answers.get(question__kind="words").words == "More time."
