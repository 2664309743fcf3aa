"""The script that anyone can run over the public file finds every change (V1)."""

import json
import subprocess
import sys
import uuid
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.record.models import FIRST, Entry
from engagement.record.sealing import canonical, commitment_of, seal_of

SCRIPT = Path(__file__).resolve().parents[3] / "script" / "verify_record"
SALT = "5a" * 32


def run(path, *options):
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(path), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=30)


def entries(count=6):
    seal = FIRST
    for number in range(1, count + 1):
        content = Entry(
            number=number,
            day=date(2027, 3, number),
            fact="voice.given" if number % 2 else "round.opened",
            subject=uuid.UUID(int=number),
            data={"title": f"Hölzer & “{number}”", "people": number, "list": [1, None, True]},
            commitment=commitment_of(salt=SALT, content={"vote": "yes"}) if number == 3 else "",
            previous_seal=seal,
        ).content()
        seal = seal_of(content)
        yield content | {"seal": seal}


RECORD = [(canonical(entry) + "\n").encode() for entry in entries()]
WHOLE = b"".join(RECORD)
HEAD = json.loads(RECORD[-1])["seal"]


@pytest.fixture
def script():
    """The script's own functions, loaded once, so that thousands of files can be checked."""
    found = {"__name__": "verify_record"}
    exec(compile(SCRIPT.read_text(), str(SCRIPT), "exec"), found)
    return found


def holds(script, content, head=None, commitments=None):
    """Whether the script is content with a file of these bytes."""
    try:
        script["check"](BytesIO(content), head, commitments or {})
    except SystemExit:
        return False
    return True


def test_the_script_is_short_and_needs_only_python():
    lines = SCRIPT.read_text().splitlines()
    assert len(lines) < 60
    imported = {line.split()[1] for line in lines if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names


def test_a_whole_file_holds(tmp_path):
    (tmp_path / "record.jsonl").write_bytes(WHOLE)
    done = run(tmp_path / "record.jsonl", "--head", HEAD)
    assert done.returncode == 0, done.stderr
    assert "OK: 6 entries hold, and entries 1 to 6 are as when you got your seal" in done.stdout
    assert HEAD in done.stdout


def test_the_end_is_only_checked_with_a_head(tmp_path):
    """A file that ends too early is whole in itself; the seal on an outcome page shows what is missing."""
    (tmp_path / "record.jsonl").write_bytes(b"".join(RECORD[:-1]))
    without = run(tmp_path / "record.jsonl")
    assert without.returncode == 0 and "its end was not checked" in without.stdout
    done = run(tmp_path / "record.jsonl", "--head", HEAD)
    assert done.returncode == 1 and "FAULT: the file ends at entry 5" in done.stderr


def test_an_older_head_still_fits(tmp_path):
    (tmp_path / "record.jsonl").write_bytes(WHOLE)
    done = run(tmp_path / "record.jsonl", "--head", json.loads(RECORD[2])["seal"][:16])
    assert done.returncode == 0 and "entries 1 to 3 are as when" in done.stdout


@pytest.mark.parametrize("options,words", [(["--head", "12"], "needs 16 digits"), (["--reveal", "none"], "none")])
def test_wrong_use_is_told(tmp_path, options, words):
    (tmp_path / "record.jsonl").write_bytes(WHOLE)
    done = run(tmp_path / "record.jsonl", *options)
    assert done.returncode == 2 and words in done.stderr


@pytest.mark.parametrize(
    "number,salt,vote,code",
    [(3, SALT, "yes", 0), (3, SALT, "no", 1), (3, "00" * 32, "yes", 1), (2, SALT, "yes", 1), (7, SALT, "yes", 1)],
)
def test_revealed_content_fits_its_commitment(tmp_path, number, salt, vote, code):
    (tmp_path / "record.jsonl").write_bytes(WHOLE)
    reveal = {"number": number, "salt": salt, "content": {"vote": vote}}
    (tmp_path / "reveal.jsonl").write_text(canonical(reveal) + "\n")
    assert run(tmp_path / "record.jsonl", "--reveal", str(tmp_path / "reveal.jsonl")).returncode == code


def test_every_single_byte_counts(script, capsys):
    """Each byte of the file changed, taken out, and doubled: found every time."""
    for place, byte in enumerate(WHOLE):
        for other in {byte ^ 1, byte ^ 0x20, byte ^ 0x80, 0x0A, 0x30, 0x20, 0x00} - {byte}:
            assert not holds(script, WHOLE[:place] + bytes([other]) + WHOLE[place + 1 :]), (place, other)
        assert not holds(script, WHOLE[:place] + WHOLE[place + 1 :], HEAD), place
        assert not holds(script, WHOLE[:place] + bytes([byte]) + WHOLE[place:], HEAD), place


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(WHOLE)), added=st.binary(min_size=1, max_size=4))
def test_added_bytes_are_found(script, place, added):
    assert not holds(script, WHOLE[:place] + added + WHOLE[place:])


def test_dropped_swapped_and_repeated_lines_are_found(script):
    for i in range(len(RECORD)):
        assert not holds(script, b"".join(RECORD[:i] + RECORD[i + 1 :]), HEAD)
        for j in range(len(RECORD)):
            assert not holds(script, b"".join(RECORD[:i] + [RECORD[j]] + RECORD[i:]))
            swapped = [*RECORD]
            swapped[i], swapped[j] = RECORD[j], RECORD[i]
            assert i == j or not holds(script, b"".join(swapped))


@pytest.mark.parametrize(
    "line",
    ["[]", "null", '"x"', "1", "{}", "[" * 100_000, '{"number":' + "9" * 5000 + "}", "\\", json.dumps(sorted({"a"}))],
)
def test_anything_else_than_an_entry_is_a_fault(script, line):
    assert not holds(script, WHOLE + line.encode() + b"\n")
