"""Plain functions that make one thing each, with sensible values for all that a test does not care about."""

import itertools
import json
import uuid
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Collection, Locale, Page, Site

from engagement.bodies.models import Authority, Body, Meeting
from engagement.people.models import User
from engagement.proposals.models import ProposalPage, ProposalsPage, RoundPage
from home.models import HomePage

_numbers = itertools.count(1)


def today(days=0):
    """The date `days` (int) from today."""
    return timezone.localdate() + timedelta(days=days)


def make_user(*roles, email="", **values):
    """A user in the groups named `roles` (str)."""
    from django.contrib.auth.models import Group

    user = User.objects.invite(email=email or f"user{next(_numbers)}@example.org", name="Sam Example")
    for name, value in values.items():
        setattr(user, name, value)
    user.save()
    user.groups.set([Group.objects.get(name=role) for role in roles])
    return user


def make_ground():
    """What Wagtail's first migrations make, and what a test with real transactions takes away at its end."""
    Locale.objects.get_or_create(language_code="en-gb")
    Page.objects.filter(depth=1).exists() or Page.add_root(title="Root", slug="root")
    Collection.objects.filter(depth=1).exists() or Collection.add_root(name="Root")


def clear_pages():
    """Take away every page but the root, and the site that points at one."""
    if Page.objects.filter(depth__gt=1).exists():
        Page.objects.filter(depth__gt=1).delete()


def make_home():
    """The home page and "Have your say", made once; the default site points at it."""
    if home := HomePage.objects.first():
        return home
    make_ground()
    clear_pages()
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Home", slug="home"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Our Voice, Our Decision")
    home.add_child(instance=ProposalsPage(title="Have your say", slug="have-your-say"))
    return home


def make_body(name="", *, authority="decides", **values):
    """A body. `authority`: an Authority kind, or None for a body of which no authority is known."""
    number = next(_numbers)
    name = name or f"Body {number}"
    body = Body.objects.create(
        name=name, plain_name=name, slug=f"body-{number}", kind="board", plain="They decide things.", **values
    )
    if authority:
        Authority.objects.create(body=body, kind=authority, section="1", plain="They can decide.")
    return body


def make_organisation(name=""):
    """An organisation, at which advocacy workers work."""
    body = make_body(name, authority=None)
    body.kind = "organisation"
    body.save()
    return body


def make_proposal(title="", **values):
    """A live plan under "Have your say", asked by one body and decided by another."""
    make_home()
    title = title or f"Plan {next(_numbers)}"
    values.setdefault("asked_by", values.get("asked_by") or make_body())
    values.setdefault("decided_by", values.get("decided_by") or make_body())
    values.setdefault("decide_on", today(120))
    values.setdefault("summary", "We want to make a plan with you.")
    return ProposalsPage.objects.get().add_child(instance=ProposalPage(title=title, **values))


def easy_read(words="You can take the bus."):
    """An Easy Read stream with one idea, as raw data in JSON."""
    return json.dumps([{"type": "picture_and_words", "value": {"picture": None, "words": words}}])


def standard(words="The bus service."):
    """A standard stream with one text, as raw data in JSON."""
    return json.dumps([{"type": "text", "value": f"<p>{words}</p>"}])


def make_lawful_plan(**values):
    """A live plan that holds all that a round below it needs before it may open (3.12, 3.13, T8)."""
    told = {
        "why": "It helps.",
        "other_choices": "We could wait.",
        "bad_points": "It is slow.",
        "cost": "It costs 2 pounds.",
        "legal_duty": "The law says so.",
        "duty_looked_at_by": "The law team",
        "duty_looked_at_on": today(-9),
        "contact_name": "The plan team",
        "contact_phone": "01632 960 111",
        "decide_on": today(200),
        "easy_read": easy_read(),
        "standard": standard(),
    }
    return make_proposal(**told | values)


def make_ready_round(*, proposal=None, opens=10, closes=100, **values):
    """A draft of a round that meets every gate but the check: its newest version waits for `check_version`."""
    told = {"promise_words": "We read every word.", "easy_read": easy_read(), "standard": standard()}
    page = make_round(
        proposal=proposal or make_lawful_plan(), opens=opens, closes=closes, publish=False, **told | values
    )
    page.save_revision()
    return RoundPage.objects.get(pk=page.pk)


def question_block(kind="yes_no", text="Do you like the bus?", *, choices=(), **values):
    """One question as raw StreamField data. `choices`: texts (str). Returns a dict with a fixed id."""
    value = {
        "kind": kind,
        "text": text,
        "standard_text": "",
        "help": "",
        "picture": None,
        "poll": "",
        "sensitive": False,
    }
    items = [
        {"type": "item", "id": str(uuid.uuid4()), "value": {"text": c, "standard_text": "", "picture": None}}
        for c in choices
    ]
    return {"type": "question", "id": str(uuid.uuid4()), "value": value | {"choices": items} | values}


def one_of_each():
    """Five questions, one of each kind; the second is a poll, the last is sensitive."""
    return [
        question_block("yes_no", "Do you like the bus?"),
        question_block("one", "Which is better?", choices=["One leads", "All together"], poll="weigh"),
        question_block("several", "What helps you?", choices=["Pictures", "Time", "A friend"]),
        question_block("faces", "How is your support?"),
        question_block("words", "What should change?", sensitive=True),
    ]


def make_round(*, proposal=None, opens=-10, closes=80, questions=None, publish=True, **values):
    """A round with questions. `opens`, `closes`: days from today (int). Published, so that its question rows exist."""
    proposal = proposal or make_proposal()
    values.setdefault("title", f"Round {next(_numbers)}")
    values.setdefault("kind", "have_your_say")
    values.setdefault("promise", "ask")
    values.setdefault("has_practice", False)
    page = RoundPage(
        opens_on=today(opens),
        closes_on=None if closes is None else today(closes),
        questions=json.dumps(one_of_each() if questions is None else questions),
        **values,
    )
    page.live = False
    proposal.add_child(instance=page)
    return make_live(page) if publish else page


def make_live(page):
    """A round as it stands after it was checked, met every gate and went live; cleared on its first day, or today.

    The page's own way there is tried in tests/engagement/proposals/test_opening.py. Returns the RoundPage.
    """
    from engagement.polls.flows import sync_questions

    revision, now = page.save_revision(), timezone.now()
    check_version(revision)
    RoundPage.objects.filter(pk=page.pk).update(
        live=True,
        live_revision=revision,
        first_published_at=now,
        last_published_at=now,
        has_unpublished_changes=False,
        cleared_on=min(page.opens_on, today()),
        formats_live_on=min(page.opens_on, today()),
    )
    page = RoundPage.objects.get(pk=page.pk)
    sync_questions(round=page)
    return RoundPage.objects.get(pk=page.pk)


def check_version(revision, *, by=None, **values):
    """The check of an easy-read checker who approved exactly this `revision`. Returns the EasyReadCheck."""
    from django.utils.timezone import now
    from wagtail.models import Workflow, WorkflowState

    from easyread.checking import fingerprint_of
    from easyread.models import EasyReadCheck, EasyReadCheckTask
    from easyread.shown import shown_of

    workflow = Workflow.objects.get_or_create(name="Checks of tests")[0]
    state = WorkflowState.objects.create(
        content_type=revision.content_type,
        base_content_type=revision.base_content_type,
        object_id=revision.object_id,
        workflow=workflow,
        status="approved",
    )
    values = {"status": "approved", "verdict": "good", "finished_at": now(), "finished_by": by} | values
    values |= {"task": EasyReadCheckTask.objects.get_or_create(name="Checks of tests")[0], "revision": revision}
    values |= {"fingerprint": fingerprint_of(revision), "shown": shown_of(revision.as_object())}
    return EasyReadCheck.objects.create(workflow_state=state, **values)


def check_by_parts(check, by, verdict="good", *, words="", may_say_name=False):
    """A checker `by` (User) says `verdict` of the first part of a `check`, and good of all others, and sends it."""
    from easyread import flows
    from easyread.page_parts import parts_of

    for part in parts_of(check.revision.as_object()):
        flows.say_of_part(check=check, key=part.key, by=by, verdict=verdict, words=words)
        verdict = "good"
    return flows.finish_check(check=check, by=by, may_say_name=may_say_name)


def publish_checked(page, *, by=None):
    """Save a version of `page` as it is, have it checked, and publish it. Returns the Revision."""
    revision = page.save_revision()
    check_version(revision, by=by)
    revision.publish()
    return revision


def make_workflow():
    """The way to the public below the home page: checkers first, the PMU last. Returns the Workflow."""
    from easyread.workflow import ensure_workflow
    from engagement.people.roles import CHECKER, PMU, ensure_roles

    groups = ensure_roles()
    return ensure_workflow(page=make_home(), checkers=groups[CHECKER], editors=groups[PMU])


def make_meeting(body=None, days=-1, **values):
    """A meeting of `body`, `days` (int) from today."""
    return Meeting.objects.create(body=body or make_body(), held_on=today(days), **values)
