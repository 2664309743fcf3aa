"""Every address × every role, in one table: deny by default (S7). An address that is not in the table fails."""

import uuid

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from easyread.media import clean, keep
from easyread.media.limits import SOUND
from easyread.models import CheckSitting, EasyReadCheck, PartCheck
from engagement.bodies.flows import ask_by_voice
from engagement.bodies.models import Body, BodyQuestion, Meeting, Paper, PlaceHolder, Worker
from engagement.decisions.models import Debt, Decision
from engagement.heard.models import IdeaAnswer, Theme
from engagement.people import roles
from engagement.polls.models import QuestionCorrection
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.shaping.models import Comment, Draft, Workshop, Writer
from engagement.trail.files import public_files
from engagement.voices import flows
from engagement.voices.flows import Said, give_voice
from engagement.voices.flows.importing import upload_sheet
from engagement.voices.keys import link_token_of
from engagement.voices.models import Answer
from tests import access_owners, access_table, factories
from tests.access_paper import paper_of_the_worker
from tests.easyread.media import made

# Trees of Wagtail's, allauth's and Django's own, whose access they test themselves.
THEIRS = ("documents/", "accounts/", "^media/", "_util/", "^((?:[\\w\\-]+/)*)$")
OURS_IN_ADMIN = (
    "question-words",
    *("answers-owed", "calls", "checking", "easy-or-hard", "easyread", "films", "live-page", "read-aloud"),
    *(
        "bodies",
        "drafts",
        "felt-true",
        "heard",
        "meetings",
        "new-card",
        "opening",
        "outcomes",
        "papers",
        "room",
        "targets",
        "safeguarding",
        "safeguarding-leads",
        "workshops",
    ),
    "what-we-heard",
)
A_SHEET = {"name": "answers.csv", "data": b"Whose words\nOwn words\n"}
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
                Worker.objects.create(
                    organisation=Body.objects.filter(kind="organisation").first(), user=user, leads=True
                )
    return signed_in


def example_addresses():
    """What stands for the parts in braces of the table's addresses."""
    decision = Decision.objects.published().filter(actions__isnull=False).first()
    closed = RoundPage.objects.get(pk=Theme.objects.filter(round__what_we_heard__isnull=False).first().round_id)
    opened = next(page for page in RoundPage.objects.live() if page.is_open)
    plan = ProposalPage.objects.get(pk=Draft.objects.first().proposal_id)
    said = IdeaAnswer.objects.select_related("idea__round").first()
    theme = Theme.objects.filter(answers__in=Answer.objects.with_words()).first()
    return {
        "body": decision.body.slug,
        "body_pk": decision.body.pk,
        "plan": plan.url,
        "plan_pk": decision.proposal_id,
        "ideas": said.idea.round.url,
        "ideas_pk": said.idea.round_id,
        "idea": said.idea_id,
        "idea_answer": said.answer_id,
        "plan_id": plan.public_id,
        "closed": closed.url,
        "closed_pk": closed.pk,
        "closed_id": closed.public_id,
        "open": opened.url,
        **what_checkers_said(),
        **answered_questions(),
        "check": EasyReadCheck.objects.filter(status=EasyReadCheck.STATUS_IN_PROGRESS).first().pk,
        "decision": decision.slug,
        "decision_pk": decision.pk,
        "meeting": Meeting.objects.first().pk,
        "paper": Paper.objects.first().pk,
        "theme": theme.pk,
        "draft": Draft.objects.first().pk,
        "action": decision.actions.first().pk,
        "answer": theme.answers.with_words().first().pk,
        **a_card(opened),
        **visits_of_the_worker(opened),
        **groups_of_the_worker(opened),
        **paper_of_the_worker(opened),
        **in_the_room(),
        **made_together(),
        **what_was_told(),
        **access_owners.team_of_the_worker(),
    }


def answered_questions():
    """New words that wait for a second person, and an answered question."""
    correction = QuestionCorrection.objects.waiting().first()
    return {"correction": correction.pk, "answered_question": correction.question_id}


def what_checkers_said():
    """A remark, one that was said, and the time of another checker."""
    remark = PartCheck.objects.unanswered().first()
    file = keep("checks", clean(made.sound(), SOUND))
    said = PartCheck.objects.filter(page_check=remark.page_check).exclude(pk=remark.pk).first()
    PartCheck.objects.filter(pk=said.pk).update(verdict="hard", file=file)
    return {"remark": remark.pk, "remark_said": said.pk, "sitting": CheckSitting.objects.first().pk}


def made_together():
    """A plan that is made together: its open round, a sentence about which somebody said something, and a workshop."""
    comment = Comment.objects.standing().select_related("voice__round", "draft__proposal").first()
    return {
        "shaped": comment.draft.proposal.url,
        "talk": comment.voice.round.url,
        "said_draft": comment.draft_id,
        "said_number": comment.draft.number,
        "said_place": comment.place,
        "writer": Writer.objects.first().pk,
        "workshop": Workshop.objects.first().pk,
    }


def what_was_told():
    """A theme that people told us, and what a body owes about it."""
    debt = Debt.objects.select_related("theme").first()
    return {"told_id": debt.theme.public_id, "told_pk": debt.theme_id, "debt": debt.pk}


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
        "said_pk": said_question(question.body).pk,
    }


def said_question(body):
    """A question to a `body` (Body) that somebody said. Returns the BodyQuestion."""
    return ask_by_voice(sound=made.sound(), body=body, words="", key=uuid.uuid4())


def groups_of_the_worker(round):
    """A sent group session of the worker in an open round, and one that is not sent yet."""
    worker = Worker.objects.latest("pk")
    begin = {"round": round, "by": worker.user, "organisation": worker.organisation}
    begin |= {"held_on": factories.today(), "present": 12}
    group, sent = flows.start_group(**begin), flows.start_group(**begin)
    asked = list(round.question_rows.asked())
    place = next(number for number, question in enumerate(asked, start=1) if question.has_choices)
    choice = asked[place - 1].choices.filter(ended_at=None).first()
    flows.tap_hand(session=sent, by=worker.user, choice=choice, step=1, token=uuid.uuid4())
    flows.send_group(session=sent, by=worker.user)
    return {"group": group.public_id, "group_sent": sent.public_id, "with_choices": place}


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
    voice = flows.send_visit(**who)
    asked = list(round.question_rows.asked())
    return {
        "in_words": asked.index(question) + 1,
        "visit_file": a_picture(voice).public_id,
        "visit": visit.public_id,
        "sent": sent.public_id,
        "sent_voice": voice.public_id,
        "sheet": upload_sheet(round=round, by=worker.user, organisation=worker.organisation, **A_SHEET).public_id,
        "open_pk": round.pk,
        "organisation": worker.organisation_id,
    }


def a_card(round):
    """The token of a voice in an open round, and one of its questions."""
    question = round.question_rows.filter(kind="words", ended_at=None).first()
    voice = give_voice(round=round, said=[Said(question=question, words="I like it.")], secret="a-secret-of-this-test")
    return {
        "own_file": a_picture(voice).public_id,
        "public_file": public_files().first().public_id,
        "token": link_token_of("a-secret-of-this-test"),
        "question": question.public_id,
    }


def a_picture(voice):
    """A picture that hangs on the answer of a `voice` (Voice). Returns the Attachment."""
    return flows.give_attachment(answer=voice.answers.get(), cleaned=clean(made.picture(), "picture"))


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


@pytest.mark.django_db
def test_every_address_of_support_says_whose_it_is():
    """S7: URL × role × owner. An unlisted address below /support/ fails."""
    assert {route for route in ours() if route.startswith("support/")} == set(access_owners.SUPPORT)


def test_nothing_of_another_worker_or_organisation(clients, django_db_blocker):
    """S7: a worker of one organisation meets 404 on everything of another."""
    _, examples = clients
    wrong = []
    with django_db_blocker.unblock():
        for place, (name, client) in enumerate(access_owners.sign_in_owners().items()):
            for route, answers in access_owners.SUPPORT.items():
                path = access_table.PUBLIC[route][0].format(**examples)
                got = client.get(path).status_code
                if got != answers[place] and not (answers[place] in ("own", "room") and got in (200, 302, 404, 410)):
                    wrong.append(f"{name}: {route} {path}: {got}, not {answers[place]}")
    assert not wrong
