"""Plain functions that make one thing each, with sensible values for all that a test does not care about."""

import itertools
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


def make_home():
    """The home page and "Have your say", made once; the default site points at it."""
    if home := HomePage.objects.first():
        return home
    make_ground()
    Page.objects.filter(depth__gt=1).delete()
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


def make_proposal(title="", **values):
    """A live plan under "Have your say", asked by one body and decided by another."""
    make_home()
    title = title or f"Plan {next(_numbers)}"
    values.setdefault("asked_by", values.get("asked_by") or make_body())
    values.setdefault("decided_by", values.get("decided_by") or make_body())
    values.setdefault("decide_on", today(120))
    values.setdefault("summary", "We want to make a plan with you.")
    return ProposalsPage.objects.get().add_child(instance=ProposalPage(title=title, **values))


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
    import json

    proposal = proposal or make_proposal()
    values.setdefault("title", f"Round {next(_numbers)}")
    values.setdefault("kind", "have_your_say")
    values.setdefault("promise", "ask")
    page = RoundPage(
        opens_on=today(opens),
        closes_on=None if closes is None else today(closes),
        questions=json.dumps(one_of_each() if questions is None else questions),
        **values,
    )
    proposal.add_child(instance=page)
    if publish:
        page.save_revision().publish()
        page = RoundPage.objects.get(pk=page.pk)
    return page


def make_meeting(body=None, days=-1, **values):
    """A meeting of `body`, `days` (int) from today."""
    return Meeting.objects.create(body=body or make_body(), held_on=today(days), **values)
