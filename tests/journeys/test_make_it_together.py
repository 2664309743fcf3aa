"""A person presses one sentence and says that it is hard; the next draft says it otherwise, and the card shows it.

The person's side is walked without JavaScript at 320 px; the Unit's on its own screens; two editors write one draft.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from engagement.shaping.models import Comment, Draft
from engagement.shaping.sentences import easy_sentences
from home.programme.rights import give_rights
from tests import browser as real_browser
from tests.engagement.shaping.shaped import SENTENCES, make_talk, place_of
from tests.journeys.test_pmu import go
from tests.journeys.test_staff_screens import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AFTER = "You have a worker who helps you."
HARD = "This is hard to understand"


@pytest.fixture
def talk(home_page, roles):
    """An open round and the draft that it is about."""
    give_rights()
    return make_talk(title="Help us with draft 1")


def hold_to_the_bar(browser, live_server, address):
    """A1, A2 at 320 and 1280 px, with wide spacing, and by keyboard."""
    faults = []
    context = browser.new_context(base_url=live_server.url, bypass_csp=True)
    page = context.new_page()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        faults += real_browser.findings(page) + real_browser.faults(page)
        faults += real_browser.lost_focus(page) if width == 320 else []
        faults += real_browser.faults_with_spacing(page)
    context.close()
    assert not faults


def say_that_it_is_hard(phone, address):
    """From the draft's page to the card, without JavaScript. Returns the address of the card (str)."""
    phone.goto(address)
    phone.get_by_role("link", name=SENTENCES[0], exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What do you think about this sentence?")
    phone.get_by_label("Your words, if you want to write").fill("Who is a worker?")
    phone.get_by_role("button", name=HARD).click()
    expect(phone.get_by_text("Thank you. We have your words.").first).to_be_visible()
    card = phone.get_by_role("link", name="See what I said").get_attribute("href")
    phone.goto(card)
    expect(phone.get_by_text(f"You said: {HARD}")).to_be_visible()
    return card


def change_it(desktop, draft):
    """The Unit reads the words, makes a change, and publishes draft 2."""
    go(desktop, "drafts:comments", draft.pk)
    desktop.get_by_role("link", name=SENTENCES[0]).click()
    expect(desktop.get_by_text("Who is a worker?")).to_be_visible()
    desktop.get_by_label(HARD).check()
    desktop.get_by_role("button", name="I read those I ticked. They are not shown.").click()
    desktop.get_by_text("Read. Not shown").wait_for()
    desktop.get_by_label("We change it", exact=True).check()
    desktop.get_by_label("What the next draft says").fill(AFTER)
    desktop.get_by_label("Why?").fill("You told us that this is hard.")
    desktop.get_by_role("button", name="Put this in the next draft").click()
    desktop.get_by_text("The next draft shows this.").wait_for()
    second = Draft.objects.get(number=2)
    go(desktop, "drafts:publish", second.pk)
    desktop.get_by_role("button", name="Publish this draft").click()
    desktop.get_by_text("The draft is published.").wait_for()
    return second


def test_a_sentence_that_is_hard_is_another_one_in_the_next_draft(
    talk, phone, desktop, pmu, browser, live_server, settings
):
    settings.PAGE_CACHE_SECONDS = 0
    page, draft = talk
    address = f"{page.proposal.address}draft-1/"
    card = say_that_it_is_hard(phone, address)
    sign_in(desktop, pmu, live_server.url)
    second = change_it(desktop, draft)
    assert easy_sentences(second.easy_read)[0] == AFTER
    phone.goto(card)  # one press from the card leads to the sentence, and says why
    expect(phone.get_by_text("Draft 2 says now:")).to_be_visible()
    phone.get_by_role("link", name="See it in the draft").click()
    change = Comment.objects.get().change
    phone.wait_for_url(f"**/draft-2/#change-{change.public_id}")
    expect(phone.locator(f"[id='change-{change.public_id}']")).to_be_visible()
    assert "A person said: this is hard to understand." in phone.inner_text("main")
    assert "Who is a worker?" not in phone.inner_text("main")
    say = f"{page.proposal.address}draft-2/say/{place_of(second, AFTER)}/"
    for public in (f"{page.proposal.address}draft-2/", say):
        hold_to_the_bar(browser, live_server, public)


def test_two_editors_on_one_draft_lose_nothing(talk, pmu, roles, desktop, browser, live_server):
    """The second to save sees both texts, keeps what was typed, and saves with both."""
    draft = talk[1]
    sign_in(desktop, pmu, live_server.url)
    other = desktop.context.new_page()
    for page in (desktop, other):
        page.goto(reverse("drafts:edit", args=[draft.pk]))
    for page, words in ((desktop, "First title"), (other, "Second title")):
        page.locator("#id_title").fill(words)
        page.get_by_role("button", name="Save").first.click()
    other.get_by_text("Somebody else saved this draft while you were writing").first.wait_for()
    assert other.locator("#id_title").input_value() == "Second title"
    assert Draft.objects.get(pk=draft.pk).title == "First title"
    other.get_by_role("button", name="Save").first.click()
    other.wait_for_load_state()
    other.get_by_text("updated").first.wait_for()
    assert Draft.objects.get(pk=draft.pk).title == "Second title"
    assert draft.versions.filter(content__title="First title").exists()
