"""The PMU's whole work in a browser: sign in by a code, read, sort, publish, record, publish the outcome."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from engagement.decisions.models import Decision
from engagement.heard.models import Theme
from engagement.voices.flows import Said, give_voice
from engagement.voices.keys import link_token_of
from home.programme.rights import give_rights
from tests import factories
from tests.browser import faults
from tests.engagement.trail import made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SECRET = "a-secret-that-only-the-persons-browser-holds"


@pytest.fixture
def pmu_page(desktop, home_page, pmu):
    """A browser in which the PMU has signed in by a code sent by email."""
    give_rights()
    desktop.goto("/admin/")
    assert "/accounts/login/" in desktop.url
    desktop.goto("/accounts/login/code/?next=/admin/")
    desktop.fill("input[type=email]", pmu.email)
    desktop.click("main button[type=submit]")
    desktop.wait_for_url("**/confirm/**")
    code = re.search(r"\d{3}-?\d{3}", mail.outbox[-1].body)[0]
    desktop.fill("input[name=code]", code)
    desktop.click("main button[type=submit]")
    desktop.wait_for_url("**/admin/")
    return desktop


@pytest.fixture
def said(home_page):
    """A closed round in which two people said something."""
    body = factories.make_body("The Board")
    plan = factories.make_proposal("Better buses", decided_by=body)
    page = factories.make_round(proposal=plan, opens=-90, closes=-3, title="Have your say about buses")
    question = page.question_rows.get(kind="words")
    weeks_ago = timezone.now() - timedelta(days=20)
    late = [Said(question=question, words="The bus is late.")]
    give_voice(round=page, said=late, about={"publish": True}, given_at=weeks_ago, secret=SECRET)
    made.agree_to_show(made.make_voice(page, words="Ask Sam Jones. Buses cost too much.", question=question))
    return page


def go(page, name, *args):
    """Open a screen and hold it to the bar: nothing too small, nothing too wide, no group without a legend."""
    page.goto(reverse(name, args=args))
    ours = [fault for fault in faults(page) if "px too wide" in fault or "legend" in fault]
    assert not ours, ours


def publish_what_was_heard(page, round):
    go(page, "reading:queue")
    page.locator("#answers > li").first.focus()
    page.keyboard.press("y")  # one key reads one answer, and the next one is there
    expect(page.get_by_role("button", name="May be shown")).to_have_count(1)
    expect(page.locator("#answers > li").first).to_be_focused()
    page.keyboard.press("t")
    page.get_by_label("Yes, with some words taken out").check()
    page.get_by_label("The words that may be shown").fill("Ask … Buses cost too much.")
    page.get_by_label("Why words are taken out, or not shown").fill("The name of a person.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("There is nothing to read here.").wait_for()
    go(page, "heard:round", round.pk)
    for box in page.locator("input[name=answers]").all():
        box.check()
    page.get_by_label("Name of the new theme").fill("Late and dear")
    page.get_by_role("button", name="Put in the theme").click()
    page.get_by_role("link", name="Late and dear").click()
    page.get_by_label("What people said", exact=True).fill("Buses are late.\nBuses cost too much.")
    page.get_by_role("button", name="Save the theme").click()
    page.get_by_role("link", name="Show these words").first.click()
    page.get_by_role("button", name="Show these words").click()
    go(page, "heard:write", round.pk)
    page.get_by_label("What we heard", exact=True).fill("You told us about buses.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Publish what we heard").click()
    page.get_by_text("What we heard is published. Everybody can read it.", exact=True).wait_for()


def record(page, plan, theme):
    go(page, "outcomes:record", plan.pk)
    page.get_by_label("On which day did it meet?").fill(factories.today(-1).isoformat())
    page.get_by_label("Decided", exact=True).check()
    page.get_by_label("What was decided, in one sentence").fill("Yes to better buses.")
    page.get_by_label("What was decided", exact=True).fill("The board said yes.")
    page.get_by_label("How did they think about what is fair?").fill("They thought about wheelchairs.")
    for name in ("equality note", "summary of voices"):
        page.get_by_label(f"On which day did they open the {name}?").fill(factories.today(-2).isoformat())
    reply = page.get_by_role("group", name=theme.title)
    reply.get_by_label("Their answer").select_option("yes")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Please look at this again").wait_for()
    assert page.get_by_label("What was decided", exact=True).input_value() == "The board said yes."
    reply.get_by_label("Why", exact=True).fill("We want buses on time.")
    page.locator("#id_why").fill("Many people asked for it.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Everything is here.").wait_for()
    page.get_by_role("button", name="Publish the outcome").click()
    page.get_by_text("The outcome is published.").wait_for()


def on_the_card(phone):
    """What the person's own page shows by the long link of the card, on a phone without JavaScript."""
    phone.goto(f"/my-voice/{link_token_of(SECRET)}/")
    return phone.inner_text("main")


def test_from_words_to_an_outcome(pmu_page, said, phone):
    before = on_the_card(phone)
    assert "The bus is late." in before and "Yes to better buses." not in before
    publish_what_was_heard(pmu_page, said)
    theme = Theme.objects.get()
    assert theme.answers.count() == 2 and theme.quotes.count() == 1
    record(pmu_page, said.proposal, theme)
    decision = Decision.objects.get()
    assert decision.published_at and decision.replies.get().answer == "yes"
    pmu_page.goto(decision.address)
    assert "We want buses on time." in pmu_page.content() and "Sam Jones" not in pmu_page.content()
    after = on_the_card(phone)
    for words in ("The board said yes.", "Many people asked for it.", "Late and dear", "We want buses on time."):
        assert words in after
    assert "Your words are part of this" in after
