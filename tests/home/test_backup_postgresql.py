"""Backup and restore on PostgreSQL, on a server of its own that lives as long as this test (R4)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import postgresql

ROOT = Path(__file__).resolve().parents[2]
FACTS = (
    "import uuid; from engagement.record.flows import append_all; "
    "append_all(facts=[{'fact': 'voice.given', 'subject': uuid.uuid4()} for _ in range(%d)])"
)
HEAD = "from engagement.record.flows import *; print(head_of(), first_fault())"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not postgresql.IS_HERE, reason=postgresql.WHY_NOT),
]


@pytest.fixture(scope="module")
def server():
    """The port of an empty PostgreSQL server that only this machine can reach."""
    with postgresql.running() as port:
        yield port


@pytest.fixture
def manage(server, tmp_path):
    """Runs manage.py on the database of the given name. Returns what it printed; raises when it fails."""

    def run(database, *arguments):
        address = f"postgres://ovod:@127.0.0.1:{server}/{database}"
        values = os.environ | {"DATABASE_URL": address, "DATA_DIR": str(tmp_path / database)}
        values["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=values, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    return run


def make_database(server, name):
    address = f"postgres://ovod@127.0.0.1:{server}/postgres"
    subprocess.run(["psql", "--quiet", address, "-c", f"CREATE DATABASE {name}"], check=True)


def test_a_backup_comes_back_whole_or_not_at_all(server, manage, tmp_path):
    for name in ("one", "two"):
        make_database(server, name)
    code, said = manage("one", "migrate", "--verbosity", "0")
    assert code == 0, said
    manage("one", "shell", "-c", FACTS % 30)
    _, head = manage("one", "shell", "-c", HEAD)
    code, said = manage("one", "backup", str(tmp_path / "backup"))
    assert code == 0 and "Record: 30 entries" in said, said

    manifest = json.loads((tmp_path / "backup" / "manifest.json").read_text())
    spoiled = manifest | {"counts": manifest["counts"] | {"people_user": 7}}
    (tmp_path / "backup" / "manifest.json").write_text(json.dumps(spoiled))
    code, said = manage("two", "restore", str(tmp_path / "backup"))
    assert code == 1 and "a count is not what the backup says" in said, said
    assert not (tmp_path / "two" / "restoring.sql").exists()

    (tmp_path / "backup" / "manifest.json").write_text(json.dumps(manifest))
    code, said = manage("two", "restore", str(tmp_path / "backup"))
    assert code == 0, said
    assert manage("two", "shell", "-c", HEAD)[1] == head

    manage("two", "shell", "-c", FACTS % 5)
    assert "There is a site here already" in manage("two", "restore", str(tmp_path / "backup"))[1]
    code, said = manage("two", "restore", "--replace", str(tmp_path / "backup"))
    assert code == 0 and "What was here is in" in said, said
    assert manage("two", "shell", "-c", HEAD)[1] == head
    assert list((tmp_path / "two").glob("before-restore-*/database.dump"))
