"""Our own screens in the admin, held to the bar that public pages meet (SEAMS.md, Accessible admin; BARS A1, A2)."""

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from easyread.flows import note_work
from easyread.models import PartCheck
from engagement.bodies.models import Worker
from engagement.decisions.flows import record_decision
from engagement.polls.flows import ask_correction
from engagement.polls.wordings import wording_of_row
from home.programme.rights import give_rights
from tests import factories
from tests.browser import AXE_TAGS, ask
from tests.engagement import ideas_made
from tests.engagement.trail import made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE_ON_OURS = """async tags => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
  const isOurs = (node) => document.querySelector(node.target[0])?.closest('.staff');
  return [...found.violations, ...found.incomplete].flatMap(
    (rule) => rule.nodes.filter(isOurs).map(
      (node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary || ''}`));
}"""


def sign_in(page, user, address):
    """Sign a browser in without the steps of a code."""
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session.create()
    page.context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": address}])


def axe_on_ours(page):
    """What axe finds on our part once the screen stands still. Asked again when it finds something: while Wagtail still
    draws its own frame, axe cannot tell which heading stands before ours. What is wrong stays wrong."""
    page.wait_for_load_state("networkidle")
    return page.evaluate(AXE_ON_OURS, AXE_TAGS) and page.evaluate(AXE_ON_OURS, AXE_TAGS)


def small_targets(page):
    """Targets of ours under 44 px: Wagtail's own frame is taken away first, it has findings of its own."""
    page.evaluate("document.body.replaceChildren(...document.querySelectorAll('.staff'))")
    return ask(page, "smallTargets")


def to_answer(user):
    """A remark of a checker (PartCheck), new words that wait for a second person, and an answered question."""
    page = factories.make_round()
    question, other = page.question_rows.get(kind="words"), page.question_rows.get(kind="several")
    for asked in (question, other):
        made.make_voice(page, words="The bus is late.", question=asked)
    later = wording_of_row(other) | {"text": "What helps you best?"}
    correction = ask_correction(
        question=other, by=factories.make_user(is_superuser=True), later=later, why="It means the same."
    )
    check = factories.check_version(page.live_revision, by=user, verdict="hard", status="rejected")
    note_work(check=check, by=user)
    values = {"key": "title", "place": 1, "name": "Title", "shown": "Buses", "verdict": "hard", "words": "It is long."}
    return PartCheck.objects.create(page_check=check, said_by=user, **values), correction, question


@pytest.fixture
def addresses(home_page, pmu):
    """The address of each of our screens, with something on it."""
    give_rights()
    page = factories.make_round(opens=-90, closes=-1)
    question = page.question_rows.get(kind="words")
    words = [made.make_voice(page, words=f"The bus is late. {n}", question=question) for n in range(3)]
    for voice in words:
        made.agree_to_show(voice)
    made.read(words[0].said)
    made.read(words[1].said, may_show=False, reason="A name.")
    theme = made.make_theme(page, [words[0].said, words[1].said], title="Late buses")
    made.make_quote(theme, words[0].said)
    decision = made.make_decision(page.proposal)
    late = made.make_action(decision, days=-3, state="started")
    meeting = factories.make_meeting(page.proposal.decided_by, -2)
    record_decision(
        by=pmu, meeting=meeting, proposal=page.proposal, kind="decided", title="Yes.", plain="Yes.", why="We can."
    )
    draft = made.make_draft(page.proposal, published_on=None)
    ideas = ideas_made.make_ideas_round()
    idea = ideas_made.make_idea(ideas, by=pmu)
    ideas_made.say(ideas, "Buses at night.")
    live = factories.make_round()
    live.save_revision()
    remark, correction, question = to_answer(pmu)
    organisation = factories.make_organisation()
    Worker.objects.create(organisation=organisation, user=pmu)
    return [
        "/admin/",
        reverse("opening:list"),
        reverse("easyread_remarks"),
        reverse("easyread_answer", args=[remark.pk]),
        reverse("easyread_pay"),
        reverse("question_words:list"),
        reverse("question_words:ask", args=[question.pk]),
        reverse("question_words:settle", args=[correction.pk]),
        reverse("opening:close_later", args=[factories.make_round().pk]),
        reverse("reading:queue"),
        reverse("reading:queue") + "?show=read",
        reverse("reading:read", args=[words[2].said.pk]),
        reverse("heard:rounds"),
        reverse("heard:round", args=[page.pk]) + "?show=all",
        reverse("heard:theme", args=[theme.pk]),
        reverse("heard:quote", args=[theme.pk, words[0].said.pk]),
        reverse("heard:write", args=[page.pk]),
        reverse("heard:ideas", args=[ideas.pk]),
        reverse("heard:sort_ideas", args=[ideas.pk]),
        reverse("heard:idea", args=[idea.pk]),
        reverse("outcomes:list"),
        reverse("outcomes:choose"),
        reverse("outcomes:record", args=[page.proposal.pk]),
        reverse("outcomes:one", args=[decision.pk]),
        reverse("outcomes:add_action", args=[decision.pk]),
        reverse("outcomes:add_update", args=[decision.pk, late.pk]),
        reverse("drafts:publish", args=[draft.pk]),
        reverse("bodies:workers", args=[organisation.pk]),
        reverse("bodies:independence", args=[organisation.pk]),
        reverse("easyread_put_right", args=[live.pk]),
        reverse("easyread_take_down", args=[live.pk]),
        reverse("easyread_bring_in", args=[live.pk]),
        reverse("easyread_side_by_side", args=[live.pk]),
        reverse("new_card:give"),
        reverse("readings:index"),
        reverse("readings:new"),
    ]


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.slow)])
def test_our_screens_meet_the_bar(desktop, live_server, pmu, addresses, width):
    sign_in(desktop, pmu, live_server.url)
    desktop.set_viewport_size({"width": width, "height": 900})
    for address in addresses:
        desktop.goto(address)
        found = ask(desktop, "overflow") + ask(desktop, "ungrouped") + axe_on_ours(desktop)
        assert not found + small_targets(desktop), address


@pytest.mark.slow
def test_what_is_wrong_is_told_within_the_bar(desktop, live_server, pmu, addresses):
    sign_in(desktop, pmu, live_server.url)
    for address in addresses:
        desktop.goto(address)
        save = desktop.locator(".staff form[method=post]:not([action]) button[type=submit]")
        if not save.count():
            continue
        for field in desktop.locator(".staff form:not([action]) textarea").all():
            field.fill("")
        save.first.click()
        assert not ask(desktop, "ungrouped") + axe_on_ours(desktop), address
