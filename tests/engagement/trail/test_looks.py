"""Every public reading page in a real browser: axe, targets, overflow, spacing, focus, still (A1, A2)."""

import pytest

from engagement.bodies.models import Fact, Paper
from tests import browser as real
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.browser


@pytest.fixture
def everything(live_server, home_page):
    """A whole story, and the states that it does not hold."""
    story = made.Story(5)
    story.plan.is_example = True
    story.plan.contact_phone, story.plan.contact_email = "01632 960 111", "plan@example.org"
    story.plan.why = story.plan.cost = "It helps."
    story.plan.save()
    paper = Paper.objects.create(slug="paper", title="A paper", short_title="The Kent paper")
    Fact.objects.create(body=story.body, kind="silent", section="4", plain="Nothing.", official="Nothing.", paper=paper)
    for number in range(40):
        whose = "summary" if number % 2 else "own_words"
        made.make_voice(story.round, [story.choices[0]], provenance=whose)
    put_off = made.make_decision(
        story.plan, kind="put_off", next_body=factories.make_body(), next_by=factories.today(-1)
    )
    small = factories.make_round(opens=-60, closes=-5)
    coming = factories.make_round(opens=5)
    return story.addresses | {
        "put off": put_off.address,
        "small round": f"{small.address}results/",
        "coming round": coming.address,
        "coming plan": coming.proposal.address,
    }


@pytest.mark.slow
def test_machines_find_nothing_on_a_desktop(desktop, everything):
    found = {}
    for name, address in everything.items():
        desktop.goto(address)
        found[name] = real.findings(desktop) + real.faults(desktop)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_nothing_is_lost_on_a_small_phone_without_javascript(phone, everything):
    found = {}
    for name, address in everything.items():
        phone.goto(address)
        found[name] = phone.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert {name: wider for name, wider in found.items() if wider > 0} == {}


@pytest.mark.slow
def test_nothing_is_clipped_when_letters_stand_apart(desktop, everything):
    desktop.set_viewport_size({"width": 320, "height": 640})
    found = {}
    for name, address in everything.items():
        desktop.goto(address)
        found[name] = real.faults(desktop) + real.faults_with_spacing(desktop)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_focus_is_seen_on_the_longest_pages(desktop, everything):
    for name in ("home", "plan", "body", "results"):
        desktop.goto(everything[name])
        assert real.lost_focus(desktop, presses=40) == [], name


def test_a_reading_page_is_light(desktop, everything):
    """F8: 80 KB at most without pictures, and no script is needed."""
    for name, address in everything.items():
        response = desktop.goto(address)
        assert len(response.body()) < 40_000, name
        assert desktop.locator("main script").count() == 0, name
