"""A lost card, by each way; changing until the closing day; taking back after it: in a real browser (docs/cards.md)."""

import re

import pytest
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import expect

from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices import flows
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer, Card, Voice
from tests import browser as real_browser
from tests import factories
from tests.engagement.trail import made
from tests.engagement.voices.conftest import close
from tests.journeys.test_answering import answer_all, press, send

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "I want people to listen."


@pytest.fixture
def answered(open_round, phone):
    """A phone of 320 px without JavaScript that stands before the card of what was sent from it."""
    phone.goto(f"{open_round.address}answer/")
    press(phone, "Start")
    answer_all(phone)
    send(phone)
    return phone


def heading(page):
    return page.locator("h1").inner_text()


def look_for_it(page, round):
    """From "Find what you said" to the page that says whether this phone has the card."""
    page.goto("/my-voice/")
    press(page, "I have lost my card")
    assert heading(page) == "Have you lost your card?"
    press(page, round.title)


def other_things(page):
    """Open what else can be done with the card."""
    page.get_by_text("Other things to do with your card").click()


def test_on_the_same_phone(answered, open_round):
    """Way a: this phone still has it; after Finish and clear it has it no more."""
    other_things(answered)
    press(answered, "Keep my card here")
    expect(answered.get_by_text("This phone or computer keeps your card.")).to_be_visible()
    look_for_it(answered, open_round)
    assert heading(answered) == "Is it your card?"
    press(answered, "See my card")
    other_things(answered)
    press(answered, "See what I said")
    expect(answered.get_by_text(WORDS)).to_be_visible()
    answered.goto(f"{open_round.address}answer/done/")
    press(answered, "Finish and clear")
    look_for_it(answered, open_round)
    assert heading(answered) == "There is no card on this phone or computer"
    press(answered, "See other ways")
    assert heading(answered) == "Have you lost your card?"


def test_by_email_from_a_shared_computer(answered, open_round, browser, live_server):
    """Way b: the link in the letter opens the words on any other device."""
    other_things(answered)
    press(answered, "Send me my card")
    answered.get_by_label("What is your email address?").fill("sam at home")
    press(answered, "Send it by email")
    expect(answered.get_by_text("Type your email address.").first).to_be_visible()
    assert answered.get_by_label("What is your email address?").input_value() == "sam at home"
    answered.get_by_label("What is your email address?").fill("sam@example.org")
    press(answered, "Send it by email")
    expect(answered.get_by_text("We sent your card.")).to_be_visible()
    assert "sam@" not in answered.content()
    press(answered, "Finish and clear")
    link = re.search(r"http\S+/my-voice/[\w-]{43}/", mail.outbox[0].body)[0]
    elsewhere = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = elsewhere.new_page()
    page.goto(link)
    expect(page.get_by_text(WORDS)).to_be_visible()
    elsewhere.close()


def test_the_worker_gives_a_new_one(open_round, phone):
    """Way d: the old link stops, and the new one lets the person change what was typed in for them."""
    worker = make_worker()
    asked = open_round.question_rows.get(kind="words")
    said = [flows.Said(asked, words=WORDS)]
    voice = flows.give_voice(round=open_round, said=said, secret="old", entered_by=worker, channel="worker")
    token = flows.give_new_card(voice=voice, by=worker)
    phone.goto(f"/my-voice/{link_token_of('old')}/")
    assert heading(phone) == "We do not know this card"
    press(phone, "I have lost my card")
    expect(phone.get_by_text("This worker can give you a new card.")).to_be_visible()
    phone.goto(f"/my-voice/{token}/")
    expect(phone.get_by_text("You got a new card on")).to_be_visible()
    change_to(phone, "I say it myself now.")
    assert Answer.objects.get(is_current=True).words == "I say it myself now."
    assert Card.objects.get().renewed_on


def make_worker():
    from engagement.people.roles import ensure_roles

    ensure_roles()
    return factories.make_user(ADVOCACY_WORKER)


def change_to(page, words):
    """On the page of the card: change the answer in words."""
    page.get_by_role("link", name="your answer to: What should change?").click()
    page.get_by_label("Your words").fill(words)
    press(page, "Save")
    expect(page.get_by_text("We saved your change.")).to_be_visible()


def test_change_until_the_last_day_then_take_back(answered, open_round):
    """SEAMS.md, Counting: the last day is open to its end; after it the words go and the totals stand."""
    own = answered.locator(".code-card-foot a").get_attribute("href")
    close(open_round, days_ago=0)
    answered.goto(own)
    change_to(answered, "My last words.")
    press(answered, "Take this away")
    expect(answered.get_by_text("You told us nothing about you.")).to_be_visible()
    for _ in range(8):  # fewer than 8 in all, and the page would show no numbers (3.9)
        made.make_voice(open_round)
    close(open_round)
    answered.reload()
    expect(answered.get_by_text("You cannot change your answers any more.")).to_be_visible()
    expect(answered.get_by_role("link", name="Change or add")).to_have_count(0)
    press(answered, "Take back what I said")
    expect(answered.get_by_text("So your answers stay in the count.")).to_be_visible()
    press(answered, "Yes, take it all back")
    assert heading(answered) == "You took back what you said"
    answered.goto(f"{open_round.address}results/")
    expect(answered.get_by_text("1 voice was taken back after closing.").first).to_be_visible()
    assert "My last words." not in answered.content() and Voice.objects.counted().count() == 9
    flows.record_voices(round=open_round)
    call_command("record", "verify", verbosity=0)


@pytest.mark.slow
def test_every_page_of_a_card_is_accessible(open_round, desktop):
    """A1, A2 at 320 and 1280 px, on each page that is not in the other journeys."""
    page, faults = desktop, []

    def look(name):
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            found = real_browser.findings(page) + real_browser.faults(page)
            faults.extend(f"{name} {width}: {fault}" for fault in found)
        faults.extend(f"{name}: {fault}" for fault in real_browser.lost_focus(page))
        faults.extend(f"{name}: {fault}" for fault in real_browser.faults_with_spacing(page))

    address = f"{open_round.address}answer/"
    page.goto(f"{address}card/")
    look("no card here")
    page.goto(address)
    press(page, "Start")
    answer_all(page)
    _, link = send(page)
    for name, path in (("card here", f"{address}card/"), ("send", f"{address}send-card/"), ("big", f"{link}card/"),
                       ("own", link), ("lost", "/my-voice/lost/"), ("find", "/my-voice/")):  # fmt: skip
        page.goto(path)
        look(name)
    page.goto(f"{address}send-card/")
    press(page, "Send it by email")
    look("send with an error")
    Card.objects.update(link_key="another", renewed_on=factories.today())
    page.goto(f"{address}done/")
    look("a newer card")
    assert not faults
