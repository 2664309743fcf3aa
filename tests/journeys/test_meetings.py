"""Being in the room: a person asks on a phone without JavaScript, the secretary answers, everybody can see it."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from playwright.sync_api import expect

from engagement.bodies import flows
from engagement.bodies.models import BodyQuestion
from tests import factories
from tests.browser import ask, faults, faults_with_spacing, findings, lost_focus
from tests.engagement.trail import made
from tests.engagement.trail.in_the_room import Room
from tests.journeys.test_staff_screens import axe_on_ours, sign_in, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def room(home_page):
    """A meeting with two things on its agenda."""
    return Room()


def sign_in_by_code(page, email):
    """Sign in as people do: an address, and the code from the mail."""
    page.goto("/my-meetings/")
    page.get_by_role("link", name="Sign in to see my meetings").click()
    page.get_by_role("link", name="Send me a code").click()
    page.get_by_label("What is your email address?").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    code = re.search(r"\b\d{3}-?\d{3}\b", mail.outbox[-1].body)[0]
    page.locator("input[name=code]").fill(code)
    page.locator("main button[type=submit]").first.click()


def test_a_person_asks_and_the_answer_stands_for_all(phone, browser, live_server, room):
    """BARS A, at 320 px, without JavaScript; from signing in by a code to the public record."""
    sign_in_by_code(phone, room.place.holder.email)
    phone.wait_for_url("**/my-meetings/")
    phone.locator("main .card a").first.click()
    expect(phone.get_by_text("3 days late")).to_have_count(2)
    phone.get_by_role("link", name=re.compile("I did not understand this.*Bus number 0")).click()
    phone.get_by_label("What was hard?").fill("What is a corridor?")
    phone.get_by_role("button", name="Please explain this").click()
    expect(phone.get_by_text("We have your words")).to_be_visible()
    expect(phone.get_by_text("What is a corridor?").first).to_be_visible()
    asked = BodyQuestion.objects.get(kind="stop")
    assert asked.item == room.items[0]
    answer_in_the_admin(browser, live_server, room, asked)
    phone.reload()
    expect(phone.get_by_text("A corridor is a road for buses.")).to_be_visible()
    phone.get_by_role("link", name="See what other people asked").click()
    record = phone.locator("section[aria-labelledby=asked]")
    for words in (
        "What is a corridor?",
        "A corridor is a road for buses.",
        "A person with a place on this group asked",
    ):
        expect(record.get_by_text(words).first).to_be_visible()
    assert "Pat" not in phone.content()


def answer_in_the_admin(browser, live_server, room, asked):
    """The secretary reads what was asked, and answers."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, room.writer, live_server.url)
    page.goto(reverse("room:read", args=[asked.pk]))
    page.get_by_label("Yes, as it is written").check()
    page.locator(".staff form button[type=submit]").last.click()
    page.get_by_label("The answer", exact=True).fill("A corridor is a road for buses.")
    page.locator(".staff form button[type=submit]").last.click()
    page.wait_for_url(f"**{reverse('room:questions')}")
    context.close()


def test_a_person_adds_a_supporter_who_sees_the_same(phone, live_server, room):
    sign_in(phone, room.place.holder, live_server.url)
    phone.goto("/my-meetings/")
    phone.get_by_role("link", name="Add a supporter").click()
    phone.get_by_label("What is the name of your supporter?").fill("Sue")
    phone.get_by_label("What is their email address?").fill("sue@example.org")
    phone.get_by_role("button", name="Add my supporter").click()
    expect(phone.get_by_text("Sue can see what you see.")).to_be_visible()
    phone.context.clear_cookies()
    sign_in_by_code(phone, "sue@example.org")
    phone.locator("main .card a").first.click()
    expect(phone.get_by_text("Bus number 0").first).to_be_visible()


def test_anyone_asks_at_a_meeting(phone, room):
    phone.goto(room.meeting.address)
    phone.get_by_role("link", name="Ask a question").click()
    phone.get_by_label("Your question").fill("Is there parking?")
    phone.get_by_role("button", name="Send my question").click()
    expect(phone.get_by_role("heading", name="We have your question")).to_be_visible()
    assert BodyQuestion.objects.get(words="Is there parking?").meeting == room.meeting


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_meets_the_bar(desktop, live_server, room, width):
    """A1: nothing for axe. A2: targets, overflow, focus, spacing."""
    flows.write_paper(meeting=room.meeting, by=room.writer, title="To come", plain="Words.")
    desktop.set_viewport_size({"width": width, "height": 800})
    found = {name: faults_of(desktop, address, width) for name, address in room.addresses.items()}
    found["nobody"] = faults_of(desktop, "/my-meetings/", width)
    decision = made.make_decision(factories.make_proposal(decided_by=room.body), title="Yes to more buses.")
    found["decided at"] = faults_of(desktop, decision.meeting.address, width)
    sign_in(desktop, room.place.holder, live_server.url)
    found |= {f"own {name}": faults_of(desktop, address, width) for name, address in room.own_addresses.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def faults_of(page, address, width):
    """What machines find wrong on one page."""
    page.goto(address)
    found = faults(page) + findings(page)
    return found + (lost_focus(page) + faults_with_spacing(page) if width == 320 else [])


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1280])
def test_screens_for_staff_meet_the_bar(desktop, live_server, room, pmu, width):
    question = room.ask(words="Why?", read=False)
    factories.make_meeting(room.body, -3)
    pk = room.meeting.pk
    names = ("list", "new", "places", "give_place", "questions")
    of_meeting = ("one", "facts", "call_off", "add_item", "add_paper")
    pages = [reverse(f"room:{name}") for name in names]
    pages += [reverse(f"room:{name}", args=[pk]) for name in of_meeting]
    pages += [reverse("room:end_place", args=[room.place.pk]), reverse("room:send_paper", args=[pk, a_paper(room)])]
    pages += [reverse(f"room:{name}", args=[question.pk]) for name in ("read", "answer")]
    pages.append(reverse("outcomes:plan_on_agenda", args=[room.items[0].pk]))
    sign_in(desktop, pmu, live_server.url)
    desktop.set_viewport_size({"width": width, "height": 900})
    for address in pages:
        desktop.goto(address)
        found = ask(desktop, "overflow") + ask(desktop, "ungrouped") + axe_on_ours(desktop)
        assert not found + small_targets(desktop), address


def a_paper(room):
    """The key of a paper that is not sent yet."""
    return flows.write_paper(meeting=room.meeting, by=room.writer, title="Homes", plain="Words.").pk
