"""Whole totals can be counted again from what is published, by a script of its own (V2)."""

import json
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from django.core.management import call_command

from engagement.proposals.models import RoundPage
from engagement.record.flows import first_fault
from engagement.record.models import Entry
from engagement.trail.flows import record_count
from engagement.voices import flows
from engagement.voices.flows import Said
from tests import factories
from tests.engagement.trail import made
from tests.engagement.voices.conftest import close

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).resolve().parents[3] / "script" / "recount"


@pytest.fixture
def counted(open_round):
    """A round that closed yesterday: 9 voices, 1 group session, 1 taken back while it was open."""
    yes, poll, several, _, words = open_round.question_rows.asked().ready_to_show()
    for number in range(10):
        said = [Said(yes, choices=(yes.choices.all()[number % 3],)), Said(words, words=f"I say {number}.")]
        said += [Said(poll, choices=(poll.choices.all()[number % 2],))] if number else []
        said += [Said(several, choices=tuple(several.choices.all()[: 1 + number % 3]))]
        voice = flows.give_voice(round=open_round, said=said)
    flows.take_back(voice=voice)
    flows.give_voice(round=open_round, said=said[:1], is_group=True, people_present=12, channel="group")
    return RoundPage.objects.get(pk=close(open_round).pk)


def files_of(client, page, folder):
    """The round's lines, its results and the record as anyone can take them: paths as `script/recount` needs them."""
    flows.record_voices(round=page)
    record_count(round=page)
    addresses = {"lines": f"rounds/{page.public_id}/counted.jsonl", "results": f"rounds/{page.public_id}/results"}
    for name, address in (addresses | {"record": "record.jsonl"}).items():
        response = client.get(f"/api/{address}")
        assert response.status_code == 200
        (folder / name).write_bytes(response.getvalue() if response.streaming else response.content)
    return folder


def recount(folder, *options):
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(folder / "lines"), str(folder / "results"), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=30)


def test_the_script_is_short_and_needs_only_python():
    lines = SCRIPT.read_text().splitlines()
    assert len(lines) < 70
    imported = {line.split()[1] for line in lines if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names


def test_anyone_counts_the_same_totals(client, counted, tmp_path):
    folder = files_of(client, counted, tmp_path)
    done = recount(folder, "--record", str(folder / "record"))
    assert done.returncode == 0, done.stderr
    assert "OK: 9 voices" in done.stdout and "number 1 of this round; 11 voices were given" in done.stdout
    assert first_fault() is None


def test_every_line_that_is_dropped_doubled_or_changed_is_found(client, counted, tmp_path):
    folder = files_of(client, counted, tmp_path)
    lines = (folder / "lines").read_text().splitlines(keepends=True)
    other = json.dumps({"choice": str(uuid.UUID(int=1)), "question": str(uuid.UUID(int=2))}) + "\n"
    for place in range(0, len(lines), 5):
        for changed in (lines[:place] + lines[place + 1 :], [lines[place], *lines], [other, *lines]):
            (folder / "lines").write_text("".join(changed))
            assert recount(folder).returncode == 1


def test_a_count_that_is_changed_afterwards_is_found(client, counted, tmp_path):
    """Also when lines and results are changed alike: the record holds the earlier count."""
    folder = files_of(client, counted, tmp_path)
    results = json.loads((folder / "results").read_text())
    first, second = results["questions"][1]["choices"][:2]
    results["questions"][1]["choices"][:2] = [
        first | {"count": first["count"] - 1},
        second | {"count": second["count"] + 1},
    ]
    (folder / "results").write_text(json.dumps(results))
    (folder / "lines").write_text((folder / "lines").read_text().replace(first["id"], second["id"], 1))
    assert recount(folder).returncode == 0
    done = recount(folder, "--record", str(folder / "record"))
    assert done.returncode == 1 and "FAULT: the record holds another count" in done.stderr


def test_the_lines_say_no_more_than_the_totals(client, counted, tmp_path):
    """No line holds two things of one person, and their order is that of their letters (3.9, SEAMS Counting)."""
    lines = (files_of(client, counted, tmp_path) / "lines").read_text().splitlines()
    assert lines == sorted(lines)
    assert {frozenset(json.loads(line)) for line in lines} == {
        frozenset({"round"}),
        frozenset({"round", "people"}),
        frozenset({"question"}),
        frozenset({"question", "choice"}),
    }
    assert "I say" not in "".join(lines)


def test_it_is_on_the_record_once_and_again_when_it_changed(counted, capsys):
    call_command("record_counts")
    call_command("record_counts")
    (entry,) = Entry.objects.filter(fact="round.counted")
    assert entry.subject == counted.public_id and set(entry.data) == {"lines"} and len(entry.data["lines"]) == 64
    assert "its count is on the record" in capsys.readouterr().out


def test_what_has_no_totals_has_no_lines(client, story, open_round):
    """An open round, a hidden one (fewer than 8), a page that is not live, and none."""
    for page in (open_round, story.round):
        assert client.get(f"/api/rounds/{page.public_id}/counted.jsonl").status_code == 404
        assert record_count(round=page) == 0
    assert client.get(f"/api/rounds/{uuid.uuid4()}/counted.jsonl").status_code == 404
    assert client.get(f"/api/rounds/{story.round.public_id}/results").json()["counted"] is None
    assert not Entry.objects.filter(fact="round.counted").exists()


def test_taking_back_after_closing_leaves_the_count_as_it_is(client, counted):
    before = b"".join(client.get(f"/api/rounds/{counted.public_id}/counted.jsonl"))
    flows.take_back(voice=counted.voices.filter(taken_back_at=None, is_group=False).first())
    assert b"".join(client.get(f"/api/rounds/{counted.public_id}/counted.jsonl")) == before


def test_a_long_file_holds_few_lines_at_once(client, open_round):
    from engagement.trail.counted import counted_lines

    question = open_round.question_rows.get(kind="yes_no")
    for _ in range(20):
        made.make_voice(open_round, [question.choices.first()])
    lines = counted_lines(RoundPage.objects.get(pk=close(open_round).pk))
    assert iter(lines) is lines and sum(1 for _ in lines) == 60
    assert factories.today() > open_round.closes_on
