"""Every address × every role, in one table: deny by default (S7). An address that is not in the table fails."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from easyread.models import EasyReadCheck
from engagement.bodies.models import Body, BodyQuestion, Meeting, Paper, PlaceHolder, Worker
from engagement.decisions.models import Decision
from engagement.heard.models import Theme
from engagement.people import roles
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.shaping.models import Draft
from engagement.voices import flows
from engagement.voices.flows import Said, give_voice
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer
from tests import access_table, factories

# Trees of Wagtail's, allauth's and Django's own, whose access they test themselves.
THEIRS = ("documents/", "accounts/", "^media/", "_util/", "^((?:[\\w\\-]+/)*)$")
OURS_IN_ADMIN = (
    *("checking", "live-page"),
    *("bodies", "drafts", "heard", "meetings", "new-card", "opening", "outcomes", "papers", "room"),
    "what-we-heard",
)
OURS_IN_ACCOUNTS = ("accounts/where-to", "accounts/first")


def routes(resolver=None, before=""):
    """Every address pattern of the site as text, such as "who-decides/<slug:slug>/"."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern, route)
        else:
            yield route


def ours():
    """The routes that the table must name."""
    for route in routes():
        in_admin = route.startswith(tuple(f"admin/{name}/" for name in OURS_IN_ADMIN))
        if in_admin or route.startswith(OURS_IN_ACCOUNTS) or not route.startswith(("admin/", *THEIRS)):
            yield route


@pytest.mark.django_db
def test_every_address_is_in_the_table():
    listed = set(access_table.PUBLIC) | set(access_table.ADMIN)
    assert set(ours()) - listed == set()
    assert listed - set(routes()) == set()


@pytest.mark.django_db
def test_no_room_added_to_the_admin_unseen():
    """Each first part of an address below /admin/ is Wagtail's own or one of those named here."""
    parts = {route.split("/")[1] for route in routes() if route.startswith("admin/")}
    assert parts - access_table.WAGTAIL_PARTS - set(OURS_IN_ADMIN) == set()


@pytest.fixture(scope="module")
def clients(django_db_setup, django_db_blocker):
    """A client for each role, and the example addresses, on the loaded programme."""
    with django_db_blocker.unblock(), transaction.atomic():
        factories.make_ground()
        call_command("load_pictures", verbosity=0)
        call_command("load_programme", "--demo", verbosity=0)
        yield sign_in_each(), example_addresses()
        transaction.set_rollback(True)


def sign_in_each():
    named = {"worker": roles.ADVOCACY_WORKER, "checker": roles.CHECKER, "secretary": roles.SECRETARY, "pmu": roles.PMU}
    signed_in = {}
    for role in access_table.ROLES:
        signed_in[role] = Client()
        if role != "nobody":
            user = factories.make_user(*[named[role]] if role in named else [], is_superuser=role == "admin")
            signed_in[role].force_login(user)
            if role == "secretary":
                user.serves.set(Body.objects.all())
            if role == "worker":
                Worker.objects.create(organisation=Body.objects.filter(kind="organisation").first(), user=user)
    return signed_in


def example_addresses():
    """What stands for the parts in braces of the table's addresses."""
    decision = Decision.objects.published().filter(actions__isnull=False).first()
    closed = RoundPage.objects.get(pk=Theme.objects.filter(round__what_we_heard__isnull=False).first().round_id)
    opened = next(page for page in RoundPage.objects.live() if page.is_open)
    plan = ProposalPage.objects.get(pk=Draft.objects.first().proposal_id)
    return {
        "body": decision.body.slug,
        "body_pk": decision.body.pk,
        "plan": plan.url,
        "plan_pk": decision.proposal_id,
        "plan_id": plan.public_id,
        "closed": closed.url,
        "closed_pk": closed.pk,
        "closed_id": closed.public_id,
        "open": opened.url,
        "check": EasyReadCheck.objects.filter(status=EasyReadCheck.STATUS_IN_PROGRESS).first().pk,
        "decision": decision.slug,
        "decision_pk": decision.pk,
        "meeting": Meeting.objects.first().pk,
        "paper": Paper.objects.first().pk,
        "theme": Theme.objects.first().pk,
        "draft": Draft.objects.first().pk,
        "action": decision.actions.first().pk,
        "answer": Answer.objects.with_words().first().pk,
        **a_card(opened),
        **visits_of_the_worker(opened),
        **in_the_room(),
    }


def in_the_room():
    """A meeting to come, with what hangs on it, and a body that can be asked."""
    question = BodyQuestion.objects.filter(meeting__isnull=False).first()
    met = question.meeting
    place = PlaceHolder.objects.first()
    return {
        "asked_body": Body.objects.filter(status="current").first().slug,
        "met": met.address,
        "met_pk": met.pk,
        "met_id": met.public_id,
        "met_paper": met.papers.first().pk,
        "item": met.agenda.first().pk,
        "place": place.public_id,
        "place_pk": place.pk,
        "asked_id": question.public_id,
        "asked_pk": question.pk,
    }


def visits_of_the_worker(round):
    """A sent visit of the worker in an open round, and one that is not sent yet."""
    worker = Worker.objects.latest("pk")
    question = round.question_rows.filter(kind="words", ended_at=None).first()
    begin = {"round": round, "by": worker.user, "organisation": worker.organisation}
    visit, sent = flows.start_visit(**begin), flows.start_visit(**begin)
    who = {"support": sent, "by": worker.user}
    flows.save_visit_answer(**who, question=question, words="I like it.")
    flows.save_whose(**who, whose="own_words")
    flows.save_how(**who, explained=["pictures"], showed=["said"])
    flows.send_visit(**who)
    return {
        "visit": visit.public_id,
        "sent": sent.public_id,
        "open_pk": round.pk,
        "organisation": worker.organisation_id,
    }


def a_card(round):
    """The token of a voice in an open round, and one of its questions."""
    question = round.question_rows.filter(kind="words", ended_at=None).first()
    give_voice(round=round, said=[Said(question=question, words="I like it.")], secret="a-secret-of-this-test")
    return {"token": link_token_of("a-secret-of-this-test"), "question": question.public_id}


def outcome(response):
    """A response in the table's words."""
    target = response.get("Location", "")
    if response.status_code == 302 and target.startswith(("/accounts/login/", "/admin/login/")):
        return "in"
    if response.status_code == 403 or (
        response.status_code == 302 and target in ("/admin/", "/accounts/where-to/", "/")
    ):
        return "no"
    return response.status_code


@pytest.mark.parametrize("role", access_table.ROLES)
@pytest.mark.parametrize("table", ["PUBLIC", "ADMIN"])
def test_the_table_holds(clients, django_db_blocker, role, table):
    signed_in, examples = clients
    place, wrong = access_table.ROLES.index(role), []
    with django_db_blocker.unblock():
        for route, (address, answers) in getattr(access_table, table).items():
            path = address.format(**examples)
            got = outcome(signed_in[role].get(path))
            wanted = answers[place]
            if got != wanted and not (wanted == 302 and got == "no"):
                wrong.append(f"{route} {path}: {got}, not {wanted}")
    assert not wrong
