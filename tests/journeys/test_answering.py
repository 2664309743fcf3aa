"""A self-advocate answers, gets a card, finds the voice by card, changes it and takes it back: in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from engagement.polls.models import Poll
from engagement.voices.models import Answer, DraftAnswer, Voice
from tests import browser as real_browser
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


TYPED = """() => !!document.querySelector('.held') &&
    [...document.querySelectorAll('textarea, input[type=text]')].some(box => box.value.trim())"""


def press(page, name):
    """Press the button or link that people read as `name` in the main part."""
    main = page.locator("main")
    link = main.get_by_role("link", name=name, exact=True)
    click(page, main.get_by_role("button", name=name, exact=True).or_(link).first)


def click(page, thing):
    """Click a `thing` (Locator) and wait for the page that comes; with typed words it comes later (held.js)."""
    if page.evaluate(TYPED):
        with page.expect_navigation(wait_until="domcontentloaded"):
            thing.click()
        return
    thing.click()
    page.wait_for_load_state("domcontentloaded")  # a click waits for the answer only, not for its end


def answer_all(page, look=lambda name: None):
    """Answer all five questions, one on a page; `look` is called on each page with its name."""
    for number in range(1, 6):
        expect(page.get_by_text(f"Question {number} of 5", exact=True)).to_be_visible()
        look(f"question {number}")
        if page.locator("fieldset h1").count():
            page.locator("input[name=choice]").first.check()
        else:
            page.get_by_label("Your words").fill("I want people to listen.")
        press(page, "Next")


def send(page, look=lambda name: None):
    """From "About you" to the card. Returns (code, link)."""
    look("about")
    page.get_by_label("I am a carer").check()
    press(page, "Next")
    look("check")
    press(page, "Send")
    assert page.locator("h1").inner_text() == "This is your card"
    look("card")
    return page.locator(".code-card-code").inner_text(), page.locator(".code-card-foot a").get_attribute("href")


def test_without_javascript_at_320_px(open_round, phone):
    """Read, answer all, check, change one, send, card, find by card, change, take back (DESIGN.md 6.11)."""
    page = phone
    page.goto(open_round.address)
    press(page, "Answer the questions")
    press(page, "Start")
    answer_all(page)
    press(page, "Skip")
    page.get_by_role("link", name="Change your answer to: Do you like the bus?").click()
    page.get_by_label("No", exact=True).check()
    press(page, "Save and check")
    assert page.locator("h1").inner_text() == "Check your answers"
    press(page, "Send")
    code = page.locator(".code-card-code").inner_text()
    link = page.locator(".code-card-foot a").get_attribute("href")
    press(page, "Finish and clear")
    expect(page.get_by_text("This phone or computer is clear.")).to_be_visible()
    page.go_back()
    expect(page.locator(".code-card")).to_have_count(0)  # the next person sees nothing of this one
    page.goto("/my-voice/")
    page.get_by_label("Your code").fill(code)
    press(page, "See what happened")
    expect(page.get_by_text("All voices heard")).to_be_visible()
    expect(page.get_by_text("I want people to listen.")).to_have_count(0)
    page.goto(link)
    expect(page.get_by_text("I want people to listen.")).to_be_visible()
    change_words_and_vote(page)
    press(page, "Take back what I said")
    press(page, "Yes, take it all back")
    assert page.locator("h1").inner_text() == "You took back what you said"
    assert Voice.objects.get().taken_back_at and not Answer.objects.exclude(words="").exists()


def change_words_and_vote(page):
    """On the card's page: change the words, then the vote."""
    page.get_by_role("link", name="your answer to: What should change?").click()
    page.get_by_label("Your words").fill("I want a bus.")
    press(page, "Save")
    expect(page.get_by_text("I want a bus.")).to_be_visible()
    page.get_by_role("link", name="your answer to: Which is better?").click()
    expect(page.locator("input[name=choice]:checked")).to_have_count(0)
    page.get_by_label("All together").check()
    press(page, "Save")
    poll = Poll.objects.get()
    assert poll.count_by_choice()[poll.question.choices.get(text="All together").pk] == 1


@pytest.mark.slow
def test_every_page_with_javascript_is_accessible(open_round, desktop):
    """A1 and A2 on every page of answering and of the card, at 320 and 1280 px; S2: no report of the policy."""
    page, faults = desktop, []

    def look(name):
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            found = real_browser.findings(page) + real_browser.faults(page)
            faults.extend(f"{name} {width}: {fault}" for fault in found)

    page.goto(f"{open_round.address}answer/")
    look("start")
    press(page, "Start")
    press(page, "Next")
    look("question with an error")
    answer_all(page, look)
    code, link = send(page, look)
    for name, path in (("own card", link), ("find", "/my-voice/"), ("code", f"/my-voice/{code.replace(' ', '')}/")):
        page.goto(path)
        look(name)
    page.goto(link)
    page.get_by_role("link", name="your answer to: Which is better?").click()
    look("change")
    for name, path in (
        ("take back", f"{link}take-back/"),
        ("wrong card", "/my-voice/00000000/"),
        ("sent", f"{open_round.address}answer/"),
    ):
        page.goto(path)
        look(name)
    assert not faults


def test_focus_and_spacing_on_the_pages_people_type_in(open_round, desktop):
    """A2: each focus seen and in view, and nothing clipped with the text spacing of WCAG 1.4.12."""
    page, faults = desktop, []
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{open_round.address}answer/")
    press(page, "Start")
    for part in ("1/", "5/", "about/", "check/"):
        page.goto(f"{open_round.address}answer/{part}")
        found = real_browser.lost_focus(page) + real_browser.faults_with_spacing(page)
        faults += [f"{part}: {fault}" for fault in found]
    assert not faults


def test_by_keyboard_alone(home_page, desktop):
    """Tab, space, arrows and Enter are enough (DESIGN.md 6.11)."""
    blocks = [
        factories.question_block("yes_no"),
        factories.question_block("several", "What helps?", choices=["Time", "A friend"]),
    ]
    page = desktop
    page.goto(f"{factories.make_round(questions=blocks).address}answer/")
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/answer/1/"))
    tab_to(page, "Yes")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Next")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/answer/2/"))
    tab_to(page, "A friend")
    page.keyboard.press("Space")
    tab_to(page, "Next")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/about/"))
    tab_to(page, "Skip")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/check/"))
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/done/"))
    voice = Voice.objects.get()
    assert [c.choice.text for a in voice.answers.all() for c in a.chosen.all()] == ["No", "A friend"]


def tab_to(page, name):
    """Press Tab until the focus is on what people read as `name`."""
    for _ in range(60):
        page.keyboard.press("Tab")
        words = page.evaluate(
            "() => { const e = document.activeElement; return (e.labels?.[0] || e).textContent.trim() }"
        )
        if words == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_the_enter_key_goes_on_and_back_keeps(open_round, desktop):
    """Enter in a choice presses Next; the browser's Back shows what was given."""
    page = desktop
    page.goto(f"{open_round.address}answer/")
    press(page, "Start")
    page.get_by_label("Yes").check()
    page.get_by_label("Yes").press("Enter")
    page.wait_for_url(re.compile("/answer/2/"))
    page.go_back()
    assert page.get_by_label("Yes").is_checked()
    assert DraftAnswer.objects.count() == 1


def test_two_people_on_one_tablet(open_round, phone):
    """6.2: Finish and clear gives one voice for each person, and nobody sees the other's."""
    for number in (1, 2):
        phone.goto(f"{open_round.address}answer/")
        press(phone, "Start")
        expect(phone.locator("input[name=choice]:checked")).to_have_count(0)
        answer_all(phone)
        send(phone)
        press(phone, "Finish and clear")
        assert Voice.objects.count() == number
