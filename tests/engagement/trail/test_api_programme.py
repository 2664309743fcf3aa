"""The open data of the whole made-up programme, which is loaded once for these tests."""

import re

import pytest
from django.core.management import call_command
from django.db import transaction

from engagement.bodies.models import Authority, Body, Fact, Paper, ReportingLine, Seat
from engagement.decisions.models import Decision
from engagement.proposals.models import ProposalPage, RoundPage
from tests import factories
from tests.engagement.trail.asking_api import all_of, get, queries_of

pytestmark = pytest.mark.django_db
EXAMPLE = "Example. This did not happen."


@pytest.fixture(scope="module")
def programme(django_db_setup, django_db_blocker):
    """The whole made-up programme."""
    with django_db_blocker.unblock(), transaction.atomic():
        factories.make_ground()
        call_command("load_programme", demo=True, verbosity=0)
        yield
        transaction.set_rollback(True)


def test_every_body_with_every_fact_and_its_source(client, programme):
    bodies = all_of(client, "bodies")
    assert [body["slug"] for body in bodies] == [body.slug for body in Body.objects.order_by("name", "pk")]
    for name, model in (
        *(("authorities", Authority), ("posts", Seat)),
        *(("reporting_lines", ReportingLine), ("facts", Fact)),
    ):
        rows = [row for body in bodies for row in body[name]]
        assert len(rows) == model.objects.count()
        assert all(row["plain"] and row["source"]["section"] for row in rows)
    papers = {row["source"]["paper"] for body in bodies for row in body["posts"]} - {None}
    assert papers <= set(Paper.objects.values_list("slug", flat=True))


def test_every_plan_with_its_rounds(client, programme):
    plans = all_of(client, "proposals")
    assert len(plans) == ProposalPage.objects.live().count() > 0
    rounds = [page for plan in plans for page in plan["rounds"]]
    below_plans = [page for page in RoundPage.objects.live() if page.proposal]
    assert {page["id"] for page in rounds} == {str(page.public_id) for page in below_plans}
    assert all((page["results"] is None) == (page["stage"] != "closed") for page in rounds)
    assert get(client, f"proposals/{plans[0]['id']}") == plans[0]


def test_what_is_made_up_says_so(client, programme):
    plans, decisions = all_of(client, "proposals"), all_of(client, "decisions")
    marks = {plan["example"] for plan in plans} | {page["example"] for plan in plans for page in plan["rounds"]}
    assert marks == {EXAMPLE} == {decision["example"] for decision in decisions}
    closed = [page["results"] for plan in plans for page in plan["rounds"] if page["results"]]
    assert {get(client, path.removeprefix("/api/"))["example"] for path in closed} == {EXAMPLE}


def test_only_published_decisions_are_told(client, programme):
    decisions = all_of(client, "decisions")
    assert {d["slug"] for d in decisions} == set(Decision.objects.published().values_list("slug", flat=True))
    assert any(d["replies"] for d in decisions) and any(d["actions"] for d in decisions)
    assert all(reply["reason"] for d in decisions for reply in d["replies"])
    Decision.objects.filter(slug=decisions[0]["slug"]).update(published_at=None)
    get(client, f"decisions/{decisions[0]['slug']}", status=404)


def test_decisions_cost_few_queries(client, programme):
    assert queries_of(client, "decisions") <= 12


def test_the_page_leads_to_what_can_be_taken(client, programme):
    for path in ("/open-data/", "/open-data/standard/"):
        page = client.get(path).content.decode()
        links = re.findall(r'href="(/api/[^"]+)"', page)
        lists = [f"/api/{name}" for name in ("bodies", "proposals", "decisions", "debts")]
        assert links == [*lists, "/api/record.jsonl", "/api/openapi.json"]
    assert {client.get(link).status_code for link in links} == {200}
