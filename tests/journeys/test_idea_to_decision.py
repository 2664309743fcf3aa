"""One idea, told at a day centre through a worker, walked to a decision in a browser: every step leads to the next."""

import json
import re
import uuid

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from engagement.bodies import flows as rooms
from engagement.bodies.models import BodyQuestion, Seat, Worker
from engagement.decisions.flows import put_plan_on_agenda
from engagement.decisions.models import Decision
from engagement.heard.models import Theme
from engagement.people.roles import ADVOCACY_WORKER, SECRETARY
from engagement.shaping.models import Draft
from home.programme.rights import give_rights
from tests import factories
from tests.engagement.telling import make_tell_us
from tests.engagement.trail import made
from tests.engagement.trail.in_the_room import FACTS
from tests.journeys.test_answering import press
from tests.journeys.test_staff_screens import sign_in
from tests.journeys.test_support import card_link, tell_how

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

IDEA = "I want a bus in the evening."
FIRST, SECOND = "The bus runs until 6pm.", "The bus runs until 10pm."
ASKED = "Will the bus stop at the day centre?"


def stream(sentence):
    return json.dumps([{"type": "picture_and_words", "value": {"picture": None, "words": sentence}}])


@pytest.fixture
def board(home_page, roles):
    """The body that can decide, with a secretary and a place for people; its next meeting is in 5 days."""
    give_rights()
    body = factories.make_body("The Board")
    body.writer = factories.make_user(SECRETARY)
    body.secretaries.add(body.writer)
    seat = Seat.objects.create(
        body=body, kind="member", role="People", section="2", plain="Places.", for_people=True, number=1
    )
    body.place = rooms.give_place(
        seat=seat, by=body.writer, email=f"{uuid.uuid4().hex}@example.org", name="Pat", since=factories.today(-9)
    )
    meeting = rooms.plan_meeting(body=body, held_on=factories.today(5), by=body.writer, **FACTS)
    body.meeting = rooms.announce_meeting(meeting=meeting, by=body.writer)
    return body


@pytest.fixture
def staff(browser, live_server, pmu):
    """A browser of the PMU."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    sign_in(page, pmu, live_server.url)
    yield page
    context.close()


def test_an_idea_becomes_a_decision(board, staff, phone, live_server):
    page = make_tell_us()
    link = told_through_a_worker(phone, live_server, page)
    theme = heard_by_the_unit(staff, page)
    plan = begins_a_plan(staff, theme, board)
    draft = changes_a_sentence(staff, plan, theme)
    seen_from_the_card(phone, link, draft)
    asked_at_the_meeting(phone, live_server, board, plan)
    decided(staff, plan, board)
    whole_trail_on_the_card(phone, link, plan)


def told_through_a_worker(phone, live_server, page):
    """A worker writes down what a person says at a day centre. Returns the link of the person's card (str)."""
    worker = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=factories.make_organisation("Speak Up"), user=worker)
    sign_in(phone, worker, live_server.url)
    phone.goto("/support/")
    phone.get_by_role("link", name=page.title).click()
    press(phone, "Start with a person")
    phone.locator("input[name=choice]").last.check()
    press(phone, "Next")
    phone.get_by_label("The exact words of the person").fill(IDEA)
    press(phone, "Next")
    tell_how(phone)
    press(phone, "Send")
    link = card_link(phone)
    phone.context.clear_cookies()
    return link


def heard_by_the_unit(staff, page):
    """The Unit reads the words, puts them in a theme, shows them and publishes it. Returns the Theme."""
    staff.goto(reverse("reading:queue"))
    staff.get_by_role("button", name="May be shown").first.click()
    staff.get_by_text("There is nothing to read here.").wait_for()
    staff.goto(reverse("heard:round", args=[page.pk]))
    staff.locator("input[name=answers]").first.check()
    staff.get_by_label("Name of the new theme").fill("Buses in the evening")
    staff.get_by_role("button", name="Put in the theme").click()
    staff.get_by_role("link", name="Buses in the evening").click()
    staff.get_by_label("What people said", exact=True).fill("People want buses in the evening.")
    staff.get_by_role("button", name="Save the theme").click()
    staff.get_by_role("link", name="Show these words").first.click()
    staff.get_by_role("button", name="Show these words").click()
    theme = Theme.objects.get()
    staff.goto(reverse("heard:theme", args=[theme.pk]))
    staff.get_by_role("button", name="Publish this theme").click()
    staff.get_by_text("The theme is published.").first.wait_for()
    return theme


def begins_a_plan(staff, theme, board):
    """A plan is published and named as the one that began with the theme. Returns the ProposalPage."""
    plan = factories.make_proposal("Buses after 6pm", decided_by=board, decide_on=factories.today(5))
    staff.goto(reverse("heard:start_plan", args=[theme.pk]))
    staff.get_by_label("Which plan began with this?").select_option(label=plan.title)
    staff.locator(".staff form button[type=submit]").last.click()
    staff.get_by_text("The plan is named.").first.wait_for()
    return plan


def changes_a_sentence(staff, plan, theme):
    """Draft 2 is refused until it says because of whom; then it names the person's words. Returns the Draft."""
    made.make_draft(plan, easy_read=stream(FIRST), title="First words")
    draft = made.make_draft(plan, 2, published_on=None, easy_read=stream(SECOND), title="Next words")
    staff.goto(reverse("drafts:publish", args=[draft.pk]))
    staff.get_by_role("button", name="Publish this draft").click()
    staff.locator(".staff").get_by_text("Say because of whom").first.wait_for()
    draft.change = made.make_change(
        draft, before=FIRST, after=SECOND, quote=theme.quotes.get(), reason="People want it in the evening."
    )
    staff.goto(reverse("drafts:publish", args=[draft.pk]))
    staff.get_by_role("button", name="Publish this draft").click()
    staff.get_by_text("The draft is published.").wait_for()
    assert Draft.objects.get(pk=draft.pk).published_on
    return draft


def seen_from_the_card(phone, link, draft):
    """Two presses from the card: to the changed sentence, and from there to whose words changed it."""
    phone.goto(link)
    expect(phone.get_by_text(IDEA).first).to_be_visible()
    phone.locator("a", has_text="See it in the draft").filter(has_text=SECOND).click()
    phone.wait_for_url(f"**/draft-2/#change-{draft.change.public_id}")
    row = phone.locator(f"[id='change-{draft.change.public_id}']")
    expect(row).to_contain_text("People want it in the evening.")
    row.get_by_role("link", name=re.compile("See these words")).click()
    phone.wait_for_load_state("domcontentloaded")
    expect(phone.locator("main")).to_contain_text(IDEA)


def asked_at_the_meeting(phone, live_server, board, plan):
    """The plan is on the agenda; the person with a place asks, and the answer stands for all."""
    item = rooms.write_item(meeting=board.meeting, by=board.writer, title="Evening buses", plain="It is about buses.")
    put_plan_on_agenda(item=item, by=board.writer, proposal=plan)
    sign_in(phone, board.place.holder, live_server.url)
    phone.goto(f"/my-meetings/{board.meeting.public_id}/")
    phone.get_by_role("link", name=re.compile("Ask.*Evening buses")).first.click()
    phone.get_by_label("Your question").fill(ASKED)
    phone.locator("main form button[type=submit]").first.click()
    phone.wait_for_load_state("domcontentloaded")
    asked = BodyQuestion.objects.get(words=ASKED)
    assert asked.item == item
    rooms.read_question(question=asked, by=board.writer, may_show=True)
    rooms.answer_question(question=asked, by=board.writer, plain="Yes. It stops there.")
    phone.context.clear_cookies()
    phone.goto(board.meeting.address)
    expect(phone.locator("main")).to_contain_text("Yes. It stops there.")


def decided(staff, plan, board):
    """The board meets and decides; the Unit records it and publishes the outcome."""
    board.meeting.held_on = factories.today(-1)
    board.meeting.save()
    staff.goto(reverse("outcomes:record", args=[plan.pk]))
    staff.get_by_label("On which day did it meet?").fill(factories.today(-1).isoformat())
    staff.get_by_label("Decided", exact=True).check()
    staff.get_by_label("What was decided, in one sentence").fill("Yes to evening buses.")
    staff.get_by_label("What was decided", exact=True).fill("The board said yes.")
    staff.get_by_label("How did they think about what is fair?").fill("They thought about wheelchairs.")
    for name in ("equality note", "summary of voices"):
        staff.get_by_label(f"On which day did they open the {name}?").fill(factories.today(-2).isoformat())
    reply = staff.get_by_role("group", name="Buses in the evening")
    reply.get_by_label("Their answer").select_option("yes")
    reply.get_by_label("Why", exact=True).fill("We want evening buses too.")
    staff.locator("#id_why").fill("People asked for it.")
    staff.get_by_role("button", name="Save", exact=True).click()
    staff.get_by_text("Everything is here.").wait_for()
    staff.get_by_role("button", name="Publish the outcome").click()
    staff.get_by_text("The outcome is published.").wait_for()
    assert Decision.objects.get().published_at


def whole_trail_on_the_card(phone, link, plan):
    """The card leads to the plan, and to who decided what and why; BARS A1, A2 at 320 px."""
    phone.goto(link)
    words = phone.locator("main")
    for told in (IDEA, "Buses in the evening", SECOND, "The board said yes.", "We want evening buses too."):
        expect(words).to_contain_text(told)
    phone.locator(f"main a[href='{plan.url}']").first.click()
    phone.wait_for_url(f"**{plan.url}")
    expect(phone.locator("main")).to_contain_text("This plan began with what people told us")
