"""The frame of answering in a real browser: few controls, one Help, stop and come back, and a shared tablet."""

import pytest
from playwright.sync_api import expect

from engagement.voices.models import DraftAnswer, Voice
from tests import browser as real_browser
from tests import factories, pdf
from tests.journeys.test_answering import click, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST = 7  # controls on a page besides the choices
# What can be seen and pressed, but for the choices and the ways to answer, and but for a list of answers to change.
CONTROLS = """() => {
  const ways = '.choices, .field, .ways, [aria-labelledby=ways], .summary-list, main .more, .error-summary, '
    + '.skip-link, .listen, .visually-hidden, [aria-labelledby=who-to-ask]';
  const all = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')];
  const seen = all.filter(e => e.checkVisibility() && !e.closest(ways));
  const more = [...document.querySelectorAll('main .more > summary')].filter(e => !e.closest('form'));
  return [...seen, ...more].map(e => (e.textContent || e.name).trim());
}"""
WHERE = "() => { const at = document.querySelector('.help-menu').getBoundingClientRect(); return [at.x, at.y] }"


@pytest.fixture
def round(home_page):
    """A round with a question of one choice and one in words, and the practice question."""
    blocks = [factories.question_block("yes_no"), factories.question_block("words", "What should change?")]
    return factories.make_round(proposal=factories.make_lawful_plan(), questions=blocks, has_practice=True)


def help_press(page, name):
    """Open Help and press what people read as `name` in it."""
    page.locator(".help-menu summary").click()
    item = page.locator(".help-menu")
    click(page, item.get_by_role("button", name=name, exact=True).or_(item.get_by_role("link", name=name, exact=True)))


@pytest.mark.parametrize("thorough", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_every_step_has_few_controls_and_one_help(round, desktop, thorough):
    """Q11, Q14, WCAG 3.2.6: seven controls at most, and Help in one place; A2 at 320 px, and A1 in the long run."""
    page, faults, places = desktop, [], set()
    page.set_viewport_size({"width": 320, "height": 800})

    def look(name):
        page.wait_for_load_state()
        controls = page.evaluate(CONTROLS)
        if len(controls) + 1 > MOST:  # and Listen, where there is a voice
            faults.append(f"{name}: {controls}")
        places.add(tuple(page.evaluate(WHERE)))
        found = real_browser.faults(page) + (real_browser.findings(page) if thorough else [])
        faults.extend(f"{name}: {fault}" for fault in found)

    page.goto(f"{round.address}answer/"), look("start")
    press(page, "Start"), look("practice")
    page.get_by_label("Yes").check()
    press(page, "Next"), look("practised")
    press(page, "Go to question 1"), look("question")
    press(page, "Next"), look("question with an error")
    page.get_by_label("Yes").check()
    help_press(page, "Ask someone"), look("ask")
    page.get_by_role("link", name="Go back and answer").click()
    expect(page.get_by_label("Yes")).to_be_checked()
    press(page, "Next"), look("words")
    page.get_by_label("Your words").fill("Half a thou")
    without_a_connection(page)
    help_press(page, "See all questions on 1 page"), look("all")
    expect(page.get_by_label("Your words")).to_have_value("Half a thou")
    help_press(page, "Stop for now"), look("stop")
    link = page.locator(".code-card-foot a").get_attribute("href")
    fits_a_pocket(page, link)
    page.goto(f"{round.address}answer/"), look("start again")
    press(page, "Go on with my answers")
    expect(page.get_by_label("Your words")).to_have_value("Half a thou")  # where the person stopped
    press(page, "Next"), look("about")
    press(page, "Next"), look("check")
    page.goto(link), look("come back")
    page.goto(f"{round.address}answer/check/")
    press(page, "Send"), look("done")
    press(page, "Some of it was hard"), look("what was hard")
    page.goto(f"{round.address}answer/"), look("sent")
    page.goto("/come-back/wrong/"), look("gone")
    assert not faults and len(places) == 1, places


def without_a_connection(page):
    """Q10: a press that reaches nothing stays with the typed words and says so; the same press works later."""
    page.context.set_offline(True)
    page.locator("main").get_by_role("button", name="Next", exact=True).click()
    expect(page.locator(".held")).to_be_focused()
    expect(page.get_by_text("What you typed is still here.")).to_be_visible()
    expect(page.get_by_label("Your words")).to_have_value("Half a thou")
    page.context.set_offline(False)


def fits_a_pocket(page, link):
    """D4: the card of *Stop for now* is one page of A6 whose square a phone reads, with letters of 14 pt at least."""
    for width, height in (("105mm", "148mm"), ("148mm", "210mm"), ("210mm", "297mm")):
        data = page.pdf(width=width, height=height, print_background=True)
        sizes = pdf.letter_sizes_of(data)
        assert pdf.square_codes_of(data) == [link] and len(sizes) == 1, width
        assert min(sizes[0]) >= 14, (width, sizes)


@pytest.mark.slow
@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_three_people_on_one_tablet_leave_nothing_behind(round, request, device):
    """Q10, R5: Back and every address show nothing of the person before. The second stops, and sends with the card.

    Without JavaScript, and with it in the long run.
    """
    page, words = request.getfixturevalue(device), ["My first secret", "My second secret", "My third secret"]
    start = f"{round.address}answer/"
    links = []
    for number, said in enumerate(words):
        page.goto(start)
        press(page, "Start"), press(page, "Skip"), press(page, "Skip")
        page.get_by_label("Your words").fill(said)
        press(page, "Next"), press(page, "Skip")
        if number == 1:
            help_press(page, "Stop for now")
            links.append(page.locator(".code-card-foot a").get_attribute("href"))
            press(page, "I have my card. Clear this computer")
        else:
            press(page, "Send"), press(page, "It was easy"), press(page, "Finish and clear")
        expect(page.get_by_text("This phone or computer is clear.")).to_be_visible()
        look_behind(page, start, said)
    assert Voice.objects.count() == 2 and DraftAnswer.objects.filter(words=words[1]).exists()
    page.goto(links[0])
    press(page, "Go on with my answers"), press(page, "Send")  # where the person stopped
    assert Voice.objects.count() == 3


def look_behind(page, start, said):
    """Look for what the person before `said` (str): with Back, from any address, and in the cookies."""
    for _ in range(9):
        page.go_back()
        assert said not in page.content() and page.locator(".code-card").count() == 0
        assert page.locator("textarea").count() == 0 or page.locator("textarea").input_value() == ""
    for part in ("", "1/", "2/", "all/", "about/", "check/", "stop/", "done/", "easy/"):
        page.goto(start + part)
        assert said not in page.content() and page.locator(".code-card").count() == 0
    assert not [cookie for cookie in page.context.cookies() if cookie["name"] == "answering"]
