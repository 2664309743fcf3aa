"""The record only grows, and shows any change (DESIGN.md 6.10, V1)."""

import json
import subprocess
import sys
import tracemalloc
import uuid
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from engagement.record.flows import append, append_all, first_fault, lines
from engagement.record.models import Entry, Head

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    return [append(fact="round.opened", subject=uuid.uuid4(), data={"title": f"Round {n}"}) for n in range(5)]


def change_in_secret(entry, column, value):
    """Change a stored row behind the model's back, as somebody with the database could."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE record_entry SET {column} = %s WHERE id = %s", [value, entry.pk])


def test_entries_form_one_chain(chain):
    assert [entry.number for entry in chain] == [1, 2, 3, 4, 5]
    assert all(b.previous_seal == a.seal for a, b in zip(chain, chain[1:], strict=False))
    assert first_fault() is None


@pytest.mark.parametrize(
    "column,value", [("fact", "voice.given"), ("data", '{"title": "Other"}'), ("day", "2020-01-01")]
)
def test_a_changed_entry_is_found(chain, column, value):
    change_in_secret(chain[2], column, value)
    assert first_fault() == 3


def test_a_dropped_entry_is_found(chain):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM record_entry WHERE id = %s", [chain[1].pk])
    assert first_fault() == 3


def test_a_dropped_last_entry_is_found(chain):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM record_entry WHERE id = %s", [chain[4].pk])
    assert first_fault() == 5


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.update(fact="x"),
        lambda entry: Entry.objects.all().delete(),
    ],
)
def test_nothing_can_be_changed_or_removed(chain, change):
    with pytest.raises(TypeError):
        change(chain[0])
    assert Entry.objects.count() == 5


def test_a_lost_head_is_found(chain):
    Head.objects.all().delete()
    assert first_fault() == 5


@pytest.mark.parametrize("data", [{"share": 0.5}, {1: "a"}, {"who": uuid.uuid4()}, {"pair": (1, 2)}])
def test_only_facts_that_come_back_unchanged_are_taken(data):
    with pytest.raises(TypeError):
        append(fact="round.opened", subject=uuid.uuid4(), data=data)
    assert not Entry.objects.exists()


def test_verify_says_that_it_holds(chain, capsys):
    call_command("record", "verify")
    assert f"It has 5 entries. The last seal is {chain[4].seal}." in capsys.readouterr().out


def test_verify_names_the_first_fault(chain):
    change_in_secret(chain[1], "fact", "other")
    with pytest.raises(CommandError, match="first fault is at entry 2") as error:
        call_command("record", "verify")
    assert error.value.returncode == 1


def test_an_export_is_what_the_script_can_check(chain, tmp_path, capsys):
    call_command("record", "export", str(tmp_path / "record.jsonl"))
    script = Path(__file__).resolve().parents[3] / "script" / "verify_record"
    done = subprocess.run(
        [sys.executable, script, tmp_path / "record.jsonl", "--head", chain[4].seal], capture_output=True, text=True
    )
    assert done.returncode == 0 and "OK: 5 entries hold" in done.stdout, done.stderr


def test_an_export_goes_to_the_screen_too(chain, capsys):
    call_command("record", "export")
    printed = capsys.readouterr()
    assert [json.loads(line)["number"] for line in printed.out.splitlines()] == [1, 2, 3, 4, 5]
    assert "5 entries written" in printed.err


def test_an_export_to_nowhere_is_told_kindly(chain, tmp_path):
    with pytest.raises(CommandError, match="Cannot write to"):
        call_command("record", "export", str(tmp_path / "no" / "record.jsonl"))


def test_many_facts_cost_few_queries_and_still_form_a_chain(chain, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        added = append_all(facts=[{"fact": "voice.given", "subject": uuid.UUID(int=n)} for n in range(300)])
    assert [entry.number for entry in added] == list(range(6, 306))
    assert first_fault() is None


def test_one_wrong_fact_adds_none(chain):
    with pytest.raises(TypeError):
        append_all(
            facts=[{"fact": "a", "subject": uuid.uuid4()}, {"fact": "b", "subject": uuid.uuid4(), "data": {"x": 0.1}}]
        )
    assert Entry.objects.count() == 5 and first_fault() is None


def test_a_long_export_holds_few_entries_at_once(django_assert_num_queries):
    append_all(facts=[{"fact": "voice.given", "subject": uuid.UUID(int=number)} for number in range(300)])
    with django_assert_num_queries(2):
        stream = lines()
        tracemalloc.start()
        assert sum(1 for _ in stream) == 300
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 2_000_000
