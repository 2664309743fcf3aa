"""A pile of paper forms in the browser: typed by keyboard alone, without JavaScript, each key press counted (3.5)."""

import pytest
from playwright.sync_api import expect

from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices import flows
from engagement.voices.models import Answer, PaperCheck, Voice
from engagement.voices.paper.codes import shown_code
from tests import browser as real_browser
from tests import factories
from tests.journeys.test_staff_screens import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FORM = ["1", "1", "13", "2", "I want more time."]  # yes; a vote; 2 of several; a face; own words of 17 letters
PRESSES = 21  # for a form of 5 questions with its code, besides the letters of what the person wrote (docs/paper.md)


@pytest.fixture
def organisation(roles):
    """An advocacy organisation."""
    return factories.make_organisation("Speak Up")


def make_typist(organisation):
    """A worker of the organisation."""
    user = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=organisation, user=user)
    return user


class Keys:
    """A keyboard that counts. Nothing else is touched."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def type(self, text):
        """One press for each letter, once the browser has put the cursor in a box, as it does by itself."""
        expect(self.page.locator("input:focus, textarea:focus")).to_have_count(1)
        self.page.keyboard.type(text)
        self.count += len(text)

    def press(self, key):
        """One press, which may open another page."""
        if key == "Enter":
            with self.page.expect_navigation():
                self.page.keyboard.press(key)
        else:
            self.page.keyboard.press(key)
        self.count += 1


def type_form(keys, code, answers=FORM):
    """Type one form, from its code to the box for the next one. Returns how many keys were pressed (int)."""
    before = keys.count
    keys.type(code)
    keys.press("Enter")
    for answer in answers:
        keys.type(answer)
        keys.press("Tab")
    keys.press("Enter")  # in the first box about the person, which stays empty
    return keys.count - before


def the_pile(page, live_server, organisation, count):
    """Type a pile of `count` forms. Returns (list of key presses a form, the batch, the typist)."""
    worker = make_typist(organisation)
    batch = flows.print_copies(round=factories.make_round(), by=worker, count=count, organisation=organisation)
    sign_in(page, worker, live_server.url)
    page.goto("/support/paper/")
    keys, presses = Keys(page), []
    for copy in batch.copies.all():
        presses.append(type_form(keys, copy.code))
        expect(page.get_by_text(f"Form {copy.number} is typed in. Take the next form.")).to_be_visible()
    return presses, batch, worker


def test_a_pile_is_typed_by_keyboard_alone(phone, live_server, organisation, pmu):
    """3 forms, a duplicate refused, and a second person whose difference is settled: no mouse, no JavaScript."""
    page = phone
    presses, batch, worker = the_pile(page, live_server, organisation, 3)
    assert presses == [PRESSES + len(FORM[-1])] * 3
    assert Voice.objects.filter(channel="paper", entered_by=worker).count() == 3
    keys, (first, *_) = Keys(page), batch.copies.all()
    keys.type(shown_code(first.code))
    keys.press("Enter")
    expect(page.get_by_text("One form counts once.")).to_be_visible()
    flows.choose_share(round=batch.round, by=pmu, one_in=1)
    sign_in(page, make_typist(organisation), live_server.url)
    page.goto("/support/paper/")
    type_form(keys, first.code, ["2", *FORM[1:]])
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Form {first.number}: what is different")
    settle_by_keyboard(page, keys)
    expect(page.get_by_text(f"Form {first.number} is settled.")).to_be_visible()
    rows = Answer.objects.filter(question__kind="yes_no", voice__paper_copy=first).order_by("pk")
    assert [(row.chosen.get().choice.text, row.is_current) for row in rows] == [("Yes", False), ("No", True)]
    assert PaperCheck.objects.get().settled_at


def settle_by_keyboard(page, keys):
    """Choose what the second person typed, and save."""
    page.locator("main input[type=radio]").first.focus()
    keys.press("ArrowDown")
    keys.press("Enter")


@pytest.mark.slow
def test_thirty_forms(phone, live_server, organisation):
    """The figure in docs/paper.md."""
    presses, _, _ = the_pile(phone, live_server, organisation, 30)
    assert presses == [PRESSES + len(FORM[-1])] * 30
    assert Voice.objects.filter(channel="paper").count() == 30


@pytest.mark.slow
def test_every_page_meets_the_bar(desktop, live_server, organisation, pmu):
    """A1: nothing for axe. A2: targets of 44 px, no page too wide, focus that can be seen, the text spacing."""
    page, faults = desktop, []
    worker = make_typist(organisation)
    batch = flows.print_copies(round=factories.make_round(), by=worker, count=3, organisation=organisation)
    flows.choose_share(round=batch.round, by=pmu, one_in=1)
    blank, typed, unlike = batch.copies.all()
    key = [row["key"] for row in batch.asked]
    filled = dict(zip(key, FORM, strict=False))
    for copy, by in ((typed, worker), (unlike, make_typist(organisation))):
        flows.type_in(copy=copy, by=by, typed=filled, came_on=factories.today())
    flows.check_form(copy=unlike, by=worker, typed=filled | {key[0]: "2"})
    sign_in(page, worker, live_server.url)
    desk = "/support/paper/"
    for address in (
        desk,
        f"{desk}round/{batch.round_id}/",
        f"{desk}{blank.code}/",
        f"{desk}{typed.code}/",
        f"{desk}{typed.code}/entry/",
        f"{desk}{unlike.code}/settle/",
    ):
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(address)
        found = real_browser.findings(page) + real_browser.faults(page)
        found += real_browser.lost_focus(page) + real_browser.faults_with_spacing(page)
        faults += [f"{address}: {fault}" for fault in found]
    page.goto(f"{desk}{blank.code}/")
    page.get_by_role("button", name="Save and next form").click()
    expect(page.get_by_role("heading", name=f"Form {blank.number}")).to_be_visible()
    faults += [f"errors: {fault}" for fault in real_browser.findings(page) + real_browser.faults(page)]
    assert not faults
