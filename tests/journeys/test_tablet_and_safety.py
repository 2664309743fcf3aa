"""The tablet goes to the person and back; a concern is raised and followed to its end: in a real browser."""

import contextlib

import pytest
from django.core import mail
from playwright.sync_api import Error, expect

from engagement.bodies.flows.leads import name_lead
from engagement.bodies.models import Worker
from engagement.people.roles import ADVOCACY_WORKER
from engagement.voices.models import Concern, HandOver
from tests import browser as real_browser
from tests import factories
from tests.journeys.test_answering import press
from tests.journeys.test_staff_screens import axe_on_ours, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SUMMARY, SECRET = "She means the 71.", "He shouts at me."


@pytest.fixture
def worker(roles):
    """A worker of an advocacy organisation."""
    organisation = factories.make_organisation("Speak Up")
    user = factories.make_user(ADVOCACY_WORKER)
    Worker.objects.create(organisation=organisation, user=user)
    return user


def checked(page, faults, name):
    """Look at the page shown: nothing for axe, nothing small, nothing too wide (A1, A2)."""
    faults += [f"{name}: {fault}" for fault in real_browser.findings(page) + real_browser.faults(page)]


def begin(page, worker, live_server, round):
    sign_in(page, worker, live_server.url)
    page.goto("/support/")
    page.get_by_role("link", name=round.title).first.click()
    press(page, "Start with a person")
    page.locator("input[name=choice]").first.check()
    page.get_by_text("The person said more").click()
    page.get_by_label("Your summary").fill(SUMMARY)


def test_the_tablet_goes_to_the_person_and_back(open_round, worker, desktop, live_server):
    """Neither sees the other's screens: not by Back, not from the browser's memory, not by the address."""
    page, faults = desktop, []
    page.set_viewport_size({"width": 390, "height": 800})
    begin(page, worker, live_server, open_round)
    press(page, "Give the tablet to the person")
    workers_page = page.url
    checked(page, faults, "give")
    for label in ("Your number", "The same number again"):
        page.get_by_label(label, exact=True).fill("7391")
    press(page, "Give the tablet now")
    expect(page.get_by_text("Question 1 of 4", exact=True)).to_be_visible()
    checked(page, faults, "the person's question")
    page.go_back()
    expect(page.get_by_text(SUMMARY)).to_have_count(0)
    page.goto(workers_page)
    assert "/accounts/login/" in page.url  # signed out on this tablet
    person(page, open_round, faults)
    back_again(page, faults)
    assert not faults
    assert HandOver.objects.get().finished_at


def person(page, round, faults):
    """The person answers the last question alone, looks at it, and is finished."""
    page.goto(f"{round.url}answer/4/")
    page.get_by_role("textbox").first.fill(SECRET)
    press(page, "Next")
    expect(page.get_by_role("heading", name="Are you finished?")).to_be_visible()
    expect(page.get_by_text(SECRET)).to_be_visible()
    checked(page, faults, "are you finished")
    press(page, "Yes, I am finished")
    expect(page.get_by_text(SECRET)).to_have_count(0)
    checked(page, faults, "give it back")


def back_again(page, faults):
    """The worker tries Back, then a wrong number, then the right one; the person's words are nowhere."""
    page.go_back()
    expect(page.get_by_text(SECRET)).to_have_count(0)
    page.goto(page.url)
    page.get_by_label("Your number of 4 digits").fill("1111")
    press(page, "Take the tablet back")
    expect(page.locator("#number-error")).to_contain_text("This is not the right number.")
    checked(page, faults, "wrong number")
    page.get_by_label("Your number of 4 digits").fill("7391")
    press(page, "Take the tablet back")
    expect(page.locator("h1")).to_be_visible()
    with contextlib.suppress(Error):  # the page before was sent to the server: a browser asks first, and shows nothing
        page.go_back()
    expect(page.get_by_text(SECRET)).to_have_count(0)
    page.goto("/support/")
    expect(page.get_by_role("heading", name="Help people to have their say")).to_be_visible()


def test_a_concern_is_raised_and_followed_to_its_end(open_round, worker, pmu, desktop, live_server):
    """3.6: said before the box, raised from the question, told at once, opened, sent on, closed; words held out."""
    page, faults = desktop, []
    lead = name_lead(by=pmu, email="lead@example.org").user
    page.set_viewport_size({"width": 390, "height": 800})
    begin(page, worker, live_server, open_round)
    expect(page.get_by_text("Then we may have to tell someone who can help.").first).to_be_visible()
    page.get_by_label("The exact words of the person").fill(SECRET)
    press(page, "I am worried")
    checked(page, faults, "worried")
    page.get_by_label("What are you worried about?").fill("She has a bruise.")
    press(page, "Tell the safeguarding lead")
    expect(page.get_by_role("heading", name="We told our safeguarding lead")).to_be_visible()
    checked(page, faults, "told")
    [message] = mail.outbox
    assert "bruise" not in message.body and SECRET not in message.body
    sign_in(page, lead, live_server.url)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(message.body.split("/admin/")[1].split()[0].join(["/admin/", ""]))
    follow(page, faults)
    assert not faults
    concern = Concern.objects.get()
    assert list(concern.entries.values_list("kind", flat=True)) == ["raised", "told", "opened", "sent", "closed"]


def follow(page, faults):
    """The lead reads it, sends it on, and closes it."""
    expect(page.get_by_text(SECRET)).to_have_count(0)
    faults += axe_on_ours(page)
    page.get_by_role("button", name="Read it now").click()
    expect(page.get_by_text(SECRET)).to_be_visible()
    faults += axe_on_ours(page)
    page.get_by_role("link", name="Write down what you did").click()
    page.get_by_label("What you did").fill("I told the council.")
    page.get_by_label("To whom you sent it").fill("The council")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Close this concern").click()
    faults += axe_on_ours(page)
    page.get_by_label("The words stay out").check()
    page.get_by_label("Why you close it").fill("The council has it.")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("Closed on").first).to_be_visible()
    page.goto("/admin/safeguarding/")
    expect(page.get_by_text("No concern is open.")).to_be_visible()
    faults += axe_on_ours(page)
