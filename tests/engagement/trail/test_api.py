"""The open data: what is public and nothing more, in few queries, checked by its own description (SEAMS.md, V1)."""

import json
import re
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from engagement.bodies.models import Body, Fact, ReportingLine, Seat
from engagement.decisions.models import Decision
from engagement.proposals.models import RoundPage
from engagement.record.flows import append_all, head_of
from tests import factories
from tests.engagement.trail import made
from tests.engagement.trail.asking_api import get, queries_of

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]


# --- The description


def test_the_description_names_everything_that_can_be_asked(client):
    described = get(client, "openapi.json")
    assert set(described["paths"]) == {
        *("/api/bodies", "/api/bodies/{slug}", "/api/proposals", "/api/proposals/{id}"),
        *("/api/rounds/{id}/ideas", "/api/rounds/{id}/results"),
        *("/api/decisions", "/api/decisions/{slug}", "/api/debts", "/api/record"),
    }
    assert {method for path in described["paths"].values() for method in path} == {"get"}
    text = json.dumps(described)
    named = set(re.findall(r'"#/components/schemas/(\w+)"', text))
    assert named and named <= set(described["components"]["schemas"])
    assert described["openapi"].startswith("3.1") and "no personal data" in described["info"]["description"]


def test_no_page_of_it_loads_anything_from_elsewhere(client):
    assert client.get("/api/docs", follow=True).status_code == 404
    assert client.get("/api/", follow=False).url == "/open-data/"


@pytest.mark.parametrize("path", ["bodies", "proposals", "decisions", "record"])
def test_it_only_reads(client, path):
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(f"/api/{path}").status_code == 405


def test_a_slash_too_many_leads_on(client):
    assert client.get("/api/bodies/?page=2").url == "/api/bodies?page=2"


@pytest.mark.parametrize("path", ["bodies/none", "decisions/none", f"proposals/{uuid.UUID(int=4)}", "none"])
def test_what_is_not_there_is_told(client, path):
    assert client.get(f"/api/{path}", follow=True).status_code == 404


@pytest.mark.parametrize(
    "path", ["bodies?page=0", "bodies?page=x", "record?after=-1", "proposals/x", "rounds/x/results"]
)
def test_what_makes_no_sense_is_told(client, path):
    assert client.get(f"/api/{path}").status_code == 422


def test_a_page_after_the_last_is_empty(client):
    assert get(client, "bodies?page=9")["items"] == []


# --- Bodies


def test_a_body_speaks_popolo(client):
    top, body = factories.make_body("The top board"), factories.make_body("Bus board")
    ReportingLine.objects.create(body=body, to=top, kind="part_of", section="2", plain="It is a part of it.")
    seat = Seat.objects.create(body=body, kind="chair", role="Head of buses", section="3", plain="They lead.")
    found = get(client, f"bodies/{body.slug}")
    assert (found["id"], found["classification"], found["parent_id"]) == (
        str(body.public_id),
        "board",
        str(top.public_id),
    )
    assert found["other_names"] == [{"name": "Bus board", "note": "in plain words"}]
    assert found["posts"][0]["label"] == seat.role and found["posts"][0]["organization_id"] == found["id"]
    assert found["can_decide"] is True


def test_the_register_costs_the_same_for_any_number(client):
    factories.make_body()
    first = queries_of(client, "bodies")
    for _ in range(30):
        body = factories.make_body()
        Fact.objects.create(body=body, kind="does", section="1", plain="It meets.", other=Body.objects.first())
    assert queries_of(client, "bodies") <= first + 1 <= 16


# --- Plans


def test_a_real_plan_has_no_such_mark(client, home_page):
    page = factories.make_round()
    plan = get(client, "proposals")["items"][0]
    assert plan["example"] is None and plan["rounds"][0]["example"] is None
    assert client.get(plan["rounds"][0]["url"]).status_code == 200
    assert plan["rounds"][0]["id"] == str(page.public_id)


def test_a_private_plan_is_not_told(client, home_page):
    page = factories.make_round(opens=-60, closes=-5)
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert get(client, "proposals")["items"] == []
    get(client, f"rounds/{page.public_id}/results", status=404)


def test_plans_cost_the_same_for_any_number(client, home_page):
    factories.make_round()
    first = queries_of(client, "proposals")
    for _ in range(5):
        factories.make_round()
    assert queries_of(client, "proposals") <= first + 1 <= 14


# --- Results


@pytest.fixture
def closed(home_page):
    return factories.make_round(opens=-60, closes=-5)


def vote(round, how_many, pick, **values):
    choice = made.choices_of(round, "one")[pick]
    return [made.make_voice(round, [choice], **values) for _ in range(how_many)]


def results(client, round, status=200):
    return get(client, f"rounds/{round.public_id}/results", status)


def test_an_open_round_has_no_results_yet(client, home_page):
    page = factories.make_round()
    vote(page, 20, 0)
    assert (
        "No results" in results(client, page, 404)["detail"] or "no results yet" in results(client, page, 404)["detail"]
    )


def test_totals_are_exact(client, closed):
    vote(closed, 11, 0)
    vote(closed, 6, 1)
    found = results(client, closed)
    poll = next(question for question in found["questions"] if question["vote"])
    assert (found["voices"], found["hidden"]) == (17, False)
    assert [choice["count"] for choice in poll["choices"]] == [11, 6, 0]
    assert "We cannot be sure that each person voted once." in found["about"]


def test_few_voices_hide_every_number(client, closed):
    vote(closed, 7, 0)
    found = results(client, closed)
    assert (found["hidden"], found["voices"], found["questions"], found["splits"]) == (True, None, [], [])
    assert "7" not in json.dumps({**found, "round": "", "title": "", "closed_on": ""})


def test_a_small_round_hides_them_too(client, closed):
    vote(closed, 20, 0)
    RoundPage.objects.filter(pk=closed.pk).update(small_round=True)
    assert results(client, closed)["voices"] is None


def test_no_split_shows_a_small_cell(client, closed):
    """3.9: every number of every split is rounded, and none is under 8."""
    vote(closed, 40, 0)
    vote(closed, 30, 0, provenance="summary")
    vote(closed, 22, 1)
    vote(closed, 9, 1, provenance="summary")
    found = results(client, closed)
    splits = [*found["splits"], *(split for question in found["questions"] for split in question["splits"])]
    rows = [row["counts"] for split in splits for row in split["rows"]]
    cells = [n for row in rows if any(row) for n in row]  # a choice nobody chose has an exact total of 0
    assert cells and all(n % 5 == 0 and n >= 8 for n in cells)


def test_results_cost_the_same_for_any_number_of_voices(client, closed):
    vote(closed, 10, 0)
    first = queries_of(client, f"rounds/{closed.public_id}/results")
    vote(closed, 60, 1)
    assert queries_of(client, f"rounds/{closed.public_id}/results") == first <= 12


# --- Decisions


# --- The record


def test_the_record_in_pages_and_as_a_file_that_holds(client, tmp_path):
    append_all(facts=[{"fact": "voice.given", "subject": uuid.uuid4()} for _ in range(700)])
    first = get(client, "record")
    second = client.get(first["next"]).json()
    assert (first["last_number"], first["last_seal"]) == head_of()
    assert [e["number"] for e in first["items"] + second["items"]] == list(range(1, 701)) and second["next"] is None
    (tmp_path / "record.jsonl").write_bytes(b"".join(client.get("/api/record.jsonl").streaming_content))
    command = [
        sys.executable,
        ROOT / "script" / "verify_record",
        tmp_path / "record.jsonl",
        "--head",
        first["last_seal"],
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0 and "OK: 700 entries hold" in done.stdout, done.stderr


def test_the_record_is_never_an_old_one(client, settings, home_page):
    settings.PAGE_CACHE_SECONDS = 60
    cache.clear()
    assert get(client, "record")["last_number"] == 0
    append_all(facts=[{"fact": "round.opened", "subject": uuid.uuid4()}])
    assert get(client, "record")["last_number"] == 1
    cache.clear()


# --- Nothing personal (S8, DESIGN.md 6.4)


def test_nothing_personal_is_in_any_of_it(client, closed):
    """Unread words, who is speaking, who recorded and who entered: none of it is anywhere."""
    marker = "Zebra9Marker"
    user = factories.make_user(email=f"{marker}@example.org", first_name=marker, phone="+447700900123")
    voice = vote(closed, 12, 0, entered_by=user)[0]
    question = closed.question_rows.get(kind="words")
    voice.answers.create(question=question, state="answered", words=f"{marker} said this")
    made.make_decision(closed.proposal, recorded_by=user)
    slug = Decision.objects.get().slug
    paths = ["bodies", "proposals", "decisions", f"decisions/{slug}", "record", f"rounds/{closed.public_id}/results"]
    text = "".join(json.dumps(get(client, path)) for path in paths)
    assert slug in text
    for secret in (marker, "447700900123", str(voice.public_id), str(user.public_id), voice.draft_key):
        assert secret.lower() not in text.lower()


# --- The page about it
