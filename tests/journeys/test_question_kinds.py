"""Each kind of question in a real browser: by touch at 390 px, and by the keyboard alone (Q1, Q3, Q5, Q7)."""

import re

import pytest
from playwright.sync_api import expect

from engagement.voices.models import Answer, Voice
from tests import browser as real_browser
from tests import factories
from tests.engagement.voices.kinds import made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def kinds_round(home_page):
    """An open round with one question of each kind."""
    return factories.make_round(questions=made.every_kind())


@pytest.fixture
def tablet(browser, live_server):
    """A page of 390 px that is touched, in which axe can run."""
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": 390, "height": 800},
        has_touch=True,
        is_mobile=True,
        bypass_csp=True,
    )
    yield context.new_page()
    context.close()


def tap(page, name):
    """Touch the button that people read as `name`, in the main part."""
    page.locator("main").get_by_role("button", name=name, exact=True).first.tap()
    page.wait_for_load_state("domcontentloaded")


def answer_by_touch(page, kind):
    """Give an answer to the question of this `kind` (str) that is shown, by touch."""
    if kind == "order":
        for name in ("A job", "Going swimming", "Seeing friends"):
            page.locator(".order .choice", has_text=name).tap()
            expect(page.locator(".order-list li").last).to_have_text(name)
        page.locator(".order .choice", has_text="Going swimming").tap()  # pressed again: it is taken out
        expect(page.locator(".order-list li")).to_have_text(["A job", "Seeing friends"])
    elif kind == "sort":
        for name, pile in (("Going swimming", "I like it"), ("A job", "I do not like it")):
            thing = page.locator(".sort-thing", has_text=name)
            thing.locator(".choice", has_text=pile).tap()
    elif kind == "number":
        page.get_by_label("Number of hours").fill("about 12 hours")
    elif kind == "words":
        page.get_by_label("Your words").fill("I want people to listen.")
    else:
        page.locator(".choice").first.tap()


def look(page, name, faults):
    """What machines find on the page shown: axe at 390 px, and what it does not know at 320 px too."""
    found = real_browser.findings(page) + real_browser.faults(page)
    page.set_viewport_size({"width": 320, "height": 800})
    faults.extend(f"{name}: {fault}" for fault in found + real_browser.faults(page))
    page.set_viewport_size({"width": 390, "height": 800})


def test_each_kind_by_touch(kinds_round, tablet):
    """A1, A2 and Q7: each kind with an answer in it is accessible; a press comes back to its place; all are told."""
    page, faults = tablet, []
    page.goto(f"{kinds_round.address}answer/")
    tap(page, "Start")
    for number, question in enumerate(kinds_round.question_rows.asked(), start=1):
        expect(page.get_by_text(f"Question {number} of 9", exact=True)).to_be_visible()
        answer_by_touch(page, question.kind)
        if question.kind == "order":
            pressed = page.locator(".order .choice", has_text="Going swimming")
            expect(pressed).to_be_focused()
            expect(pressed).to_be_in_viewport()
        if question.kind in ("either", "order", "sort", "number"):
            look(page, question.kind, faults)
        tap(page, "Next")
    page.wait_for_url(re.compile("/about/"))
    page.goto(f"{kinds_round.address}answer/check/")
    expect(page.locator(".summary-row", has_text="What matters most")).to_contain_text("1. A job")
    look(page, "check", faults)
    tap(page, "Send")
    expect(page.locator("h1")).to_have_text("This is your card")
    assert not faults
    rows = {answer.question.kind: answer for answer in Voice.objects.get().answers.all()}
    assert rows["number"].number == 12 and rows["order"].chosen.filter(ranked=True).count() == 2
    assert {row.pile for row in rows["sort"].chosen.all()} == {"like", "dislike"}


def tab_to(page, name):
    """Press Tab until the focus is on what people read as `name` (str)."""
    for _ in range(60):
        page.keyboard.press("Tab")
        words = page.evaluate(
            "() => { const e = document.activeElement; return (e.labels?.[0] || e).textContent.trim() }"
        )
        if words.removeprefix("Number ") == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_the_new_kinds_by_keyboard_alone(home_page, desktop):
    """A2: Tab, space, arrows and Enter; the focus stays on the thing that was pressed, so the next is 1 Tab away."""
    page, (round, _) = desktop, made.make_round()
    page.goto(f"{round.address}answer/")
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/answer/1/"))
    page.locator("input[name=choice]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # Enter in a choice presses Next
    page.wait_for_url(re.compile("/answer/2/"))
    things = page.locator(".order .choice-label").all_inner_texts()
    tab_to(page, things[0])
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("#choice-1$"))
    expect(page.locator("#choice-1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#choice-2$"))
    assert real_browser.lost_focus(page) == []
    tab_to(page, "Next")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/answer/3/"))
    page.locator("#choice-1-1").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/answer/4/"))
    page.locator("#number").focus()
    page.keyboard.type("twelve")
    page.keyboard.press("Enter")  # not a button of Help: the first button of the form is Next
    page.wait_for_url(re.compile("/about/"))
    page.goto(f"{round.address}answer/check/")
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/done/"))
    rows = {answer.question.kind: answer for answer in Answer.objects.all()}
    assert [row.choice.text for row in rows["order"].chosen.order_by("place")] == things[:2]
    assert [row.pile for row in rows["sort"].chosen.all()] == ["not_sure"] and rows["number"].number == 12
