"""Two whole rounds in each way of looking and listening, held to BARS.md A (6: proof; P6, Q4, Q12, Q18, L11, M1)."""

import pytest
from playwright.sync_api import expect

from engagement.voices.models import Voice
from tests import factories
from tests.engagement import telling
from tests.engagement.voices.conftest import close
from tests.journeys.my_way import WAYS, Person, answer_round, read_results
from tests.journeys.test_answering import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def every_kind():
    """One question of each kind that there is."""
    return [
        *factories.one_of_each(),
        factories.question_block("either", "Which is better for you?", choices=["A bus", "A train"]),
        factories.question_block("order", "What comes first?", choices=["A garden", "A kitchen"]),
        factories.question_block("sort", "What do you like?", choices=["The park", "The pool"]),
        factories.question_block("number", "How many hours do you want?", unit="hours"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_two_whole_rounds_my_way(home_page, browser, live_server, way):
    """Have your say with each kind of question and the practice, its results; and Tell us something."""
    person = Person(browser, live_server.url, way)
    asked = factories.make_round(questions=every_kind(), has_practice=True)
    answer_round(person, asked)
    person.page.get_by_role("button", name="Finish and clear").last.click()
    answer_round(person, telling.make_tell_us())
    close(asked)
    read_results(person, asked.address)
    person.context.close()
    assert person.faults == []
    assert Voice.objects.count() == 2 and len(person.pages) > 20


def test_words_only_and_no_faces(home_page, browser, live_server):
    """P6, Q4: no picture, no small sign, no face; each choice keeps its words and its 44 px, and can be pressed."""
    asked = factories.make_round(questions=[factories.question_block("faces", "How is your support?")])
    person = Person(browser, live_server.url, "words only")
    page = person.page
    page.goto(f"{asked.address}answer/")
    person.press("Start")
    expect(page.get_by_text("How is your support?")).to_be_visible()
    person.hold()
    assert person.faults == []
    rows = page.locator("label.choice:visible")
    assert rows.count() >= 4 and all(row.bounding_box()["height"] >= 44 for row in rows.all())
    page.get_by_label("Some of it is good").check()
    person.context.clear_cookies(name="look")
    person.context.add_cookies([{"name": "look", "value": "faces:no", "url": live_server.url}])
    page.reload()
    expect(page.locator("[class*=icon-face-]:visible")).to_have_count(0)
    expect(page.locator("main .icon-thumb-up:visible")).to_have_count(1)  # the thumb and the words stay
    person.context.close()


@pytest.mark.slow
def test_with_one_switch(home_page, desktop):
    """A2, 11: Tab, space and Enter are enough for each kind of question, from the start to the card."""
    asked = factories.make_round(questions=every_kind(), has_practice=True)
    desktop.goto(f"{asked.address}answer/")
    for _ in range(20):
        if desktop.locator("h1").first.inner_text() == "This is your card":
            break
        before = desktop.url
        names = desktop.locator("main button").all_inner_texts()
        if "/answer/1/" in before:
            tab_to(desktop, "Yes")
            desktop.keyboard.press("Space")
            names = ["Next"]
        tab_to(desktop, next(name for name in ("Start", "Send", "Skip", "Next") if name in names))
        desktop.keyboard.press("Enter")
        desktop.wait_for_url(lambda url, before=before: url != before)
    expect(desktop.locator("h1").first).to_have_text("This is your card")
