"""Draft 2 shows whose words changed a sentence; a secretary confirms what the Unit wrote from minutes: in a browser."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from engagement.decisions.models import Decision
from engagement.people.roles import SECRETARY
from engagement.shaping.models import Draft
from engagement.voices.flows import Said, give_voice
from engagement.voices.keys import link_token_of
from home.programme.rights import give_rights
from tests import browser as real_browser
from tests import factories
from tests.engagement.trail import made
from tests.journeys.test_pmu import go
from tests.journeys.test_staff_screens import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SECRET = "a-secret-that-only-the-persons-browser-holds"
FIRST = ["The bus comes each hour.", "The bus is blue."]
SECOND = ["The bus comes 2 times each hour.", "The bus is blue."]
NOT_CONFIRMED = "Not yet confirmed by the body"


def stream(sentences):
    return json.dumps([{"type": "picture_and_words", "value": {"picture": None, "words": "\n".join(sentences)}}])


@pytest.fixture
def plan(home_page, roles):
    """A plan whose round was heard: one person said that they wait too long, and may be quoted."""
    give_rights()
    plan = factories.make_proposal("Better buses", decided_by=factories.make_body("The Board"))
    page = factories.make_round(proposal=plan, opens=-90, closes=-20, title="Have your say about buses")
    question = page.question_rows.get(kind="words")
    said = [Said(question=question, words="I wait too long for the bus.")]
    given_at = timezone.now() - timedelta(days=30)
    plan.voice = give_voice(round=page, said=said, about={"publish": True}, given_at=given_at, secret=SECRET)
    answer = plan.voice.answers.get()
    made.read(answer)
    plan.theme = made.make_theme(page, [answer], title="Long waits")
    plan.quote = made.make_quote(plan.theme, answer)
    made.publish_heard(page)
    made.make_draft(plan, easy_read=stream(FIRST), title="First words")
    return plan


@pytest.fixture
def second(plan, desktop, live_server, pmu):
    """Draft 2, published by the Unit on its screens: refused until somebody is behind what changed."""
    draft = made.make_draft(plan, 2, published_on=None, easy_read=stream(SECOND), title="Next words")
    refused = made.make_change(
        draft, taken=False, before="", after="Buses are free.", theme=plan.theme, reason="No money."
    )
    sign_in(desktop, pmu, live_server.url)
    go(desktop, "drafts:publish", draft.pk)
    desktop.get_by_role("button", name="Publish this draft").click()
    told = "This changed. Say because of whom: “The bus comes 2 times each hour.”"
    desktop.locator(".staff").get_by_text(told).first.wait_for()
    assert Draft.objects.get(pk=draft.pk).published_on is None
    change = made.make_change(draft, before=FIRST[0], after=SECOND[0], quote=plan.quote, reason="You wait too long.")
    go(desktop, "drafts:publish", draft.pk)
    desktop.get_by_role("button", name="Publish this draft").click()
    desktop.get_by_text("The draft is published.").wait_for()
    draft.rows = {"change": change, "refused": refused}
    return draft


def test_draft_2_shows_whose_words_changed_a_sentence(second, plan, phone, browser, live_server):
    phone.goto(f"{plan.address}draft-2/")
    row = phone.locator("li", has_text="The bus comes 2 times each hour.").first
    read = " ".join(row.inner_text().split())
    order = [
        "Changed",
        "Draft 1",
        FIRST[0],
        "Draft 2",
        SECOND[0],
        "Why",
        "You wait too long.",
        "I wait too long for the bus.",
    ]
    places = [read.index(words) for words in order]
    assert places == sorted(places)  # each pair is read together: before, after, because
    assert "The same" in phone.locator("li", has_text="The bus is blue.").first.inner_text()
    assert "No money." in phone.locator("section", has_text="What did not change, and why").inner_text()
    row.get_by_role("link", name="See these words in what we heard").click()
    phone.wait_for_url(f"**/results/#quote-{plan.quote.public_id}")
    expect(phone.locator(f"[id='quote-{plan.quote.public_id}']")).to_be_visible()
    from_the_card_to_the_change(phone, second)
    hold_to_the_bar(browser, live_server, f"{plan.address}draft-2/")


def from_the_card_to_the_change(phone, draft):
    """Two presses from a person's own card to the sentence that their words changed; the short code says nothing."""
    phone.goto(f"/my-voice/{link_token_of(SECRET)}/")
    assert "What your words did" in phone.inner_text("main")
    phone.locator("a", has_text="See it in the draft").filter(has_text=SECOND[0]).click()
    phone.wait_for_url(f"**/draft-2/#change-{draft.rows['change'].public_id}")
    expect(phone.locator(f"[id='change-{draft.rows['change'].public_id}']")).to_be_visible()
    code = draft.proposal.voice.card.code
    phone.goto(f"/my-voice/{code}/")
    assert "What your words did" not in phone.inner_text("main")


def hold_to_the_bar(browser, live_server, address):
    """A1, A2 at 320 and 1280 px, with wide spacing, and nothing lost in forced colours."""
    faults = []
    for colours in ("none", "active"):
        context = browser.new_context(base_url=live_server.url, bypass_csp=True, forced_colors=colours)
        page = context.new_page()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address)
            faults += real_browser.findings(page) if colours == "none" else []
            faults += real_browser.faults(page) + real_browser.faults_with_spacing(page)
        context.close()
    assert not faults


def write_from_minutes(page, plan, title):
    """Fill in the form of a decision that the Board made yesterday, with a reply to the theme, and save it."""
    go(page, "outcomes:record", plan.pk)
    page.get_by_label("Which body met?").select_option(label="The Board")
    page.get_by_label("On which day did it meet?").fill(factories.today(-1).isoformat())
    page.get_by_label("Decided", exact=True).check()
    page.get_by_label("What was decided, in one sentence").fill(title)
    page.get_by_label("What was decided", exact=True).fill("The board said yes.")
    page.locator("#id_why").fill("Many people asked for it.")
    page.get_by_label("How did they think about what is fair?").fill("They thought about wheelchairs.")
    for name in ("equality note", "summary of voices"):
        page.get_by_label(f"On which day did they open the {name}?").fill(factories.today(-2).isoformat())
    reply = page.get_by_role("group", name=plan.theme.title)
    reply.get_by_label("Their answer").select_option("yes")
    reply.get_by_label("Why", exact=True).fill("We want buses on time.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Everything is here.").wait_for()
    return Decision.objects.get(title=title)


def published_from_minutes(page, plan):
    """The Unit writes a decision from minutes and publishes it. Returns the Decision."""
    decision = write_from_minutes(page, plan, "Yes to better buses.")
    assert NOT_CONFIRMED in page.locator(".staff").inner_text()
    page.get_by_role("button", name="Publish the outcome").click()
    page.get_by_text("The outcome is published.").wait_for()
    return decision


def secretary_of(body):
    """A user who serves `body` and has no other right."""
    user = factories.make_user(SECRETARY)
    body.secretaries.add(user)
    return user


def signed_in(browser, live_server, user):
    """A page in which `user` has signed in."""
    page = browser.new_context(base_url=live_server.url).new_page()
    sign_in(page, user, live_server.url)
    return page


@pytest.mark.slow
def test_a_secretary_confirms_what_the_unit_wrote_from_minutes(plan, pmu, roles, desktop, phone, browser, live_server):
    sign_in(desktop, pmu, live_server.url)
    decision = published_from_minutes(desktop, plan)
    for address in (decision.address, "/what-happened/", plan.address, f"/my-voice/{link_token_of(SECRET)}/"):
        phone.goto(address)
        assert NOT_CONFIRMED in phone.inner_text("main"), address
    stranger = signed_in(browser, live_server, secretary_of(factories.make_body("The Forum")))
    refused = stranger.goto(reverse("outcomes:one", args=[decision.pk]))
    assert refused.status == 404 and not Decision.objects.get().confirmed_at
    stranger.context.close()
    own = signed_in(browser, live_server, secretary_of(plan.decided_by))
    go(own, "outcomes:list")
    own.get_by_role("link", name="Yes to better buses.").click()
    expect(own.get_by_role("button", name="Publish the outcome")).to_have_count(0)
    own.get_by_role("button", name="Confirm: this is what the body decided").click()
    own.get_by_text("It says now that the body has confirmed this.").wait_for()
    own.context.close()
    phone.goto(decision.address)
    page = phone.inner_text("main")
    assert NOT_CONFIRMED not in page and "that this is right." in page
    assert "They thought about wheelchairs." in page and "They opened the summary of voices on" in page
    phone.goto("/what-happened/")
    assert NOT_CONFIRMED not in phone.inner_text("main")


def test_a_secretary_records_what_their_own_body_decided(plan, roles, phone, browser, live_server):
    """With their own rights alone: they write it, it is confirmed by that, and they cannot publish it."""
    own = signed_in(browser, live_server, secretary_of(plan.decided_by))
    own.goto("/admin/")
    own.goto(reverse("outcomes:choose"))
    own.get_by_role("link", name="Better buses").click()
    decision = write_from_minutes(own, plan, "Yes from the board.")
    assert decision.confirmed_at and "Confirmed by the body" in own.locator(".staff").inner_text()
    expect(own.get_by_role("button", name="Publish the outcome")).to_have_count(0)
    own.context.close()
    assert phone.goto(decision.address).status == 404
