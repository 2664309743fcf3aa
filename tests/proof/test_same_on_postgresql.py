"""The same token gives the same card on PostgreSQL too: tests of sending, changing and the record run there (R2)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import postgresql

ROOT = Path(__file__).resolve().parents[2]
VOICES = ROOT / "tests" / "engagement" / "voices"
FILES = [
    *(VOICES / f"test_{name}.py" for name in ("sending", "same_card", "changing", "recording", "state_machine")),
    ROOT / "tests" / "engagement" / "record" / "test_record.py",
    ROOT / "tests" / "engagement" / "decisions" / "test_recording.py",
    ROOT / "tests" / "engagement" / "trail" / "test_counted.py",
    ROOT / "tests" / "engagement" / "trail" / "test_results_by_kind.py",
]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not postgresql.IS_HERE, reason=postgresql.WHY_NOT)]


def test_sending_and_the_record_hold_there_too():
    with postgresql.running() as port:
        values = os.environ | {"DATABASE_URL": f"postgres://ovod:@127.0.0.1:{port}/postgres"}
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", *map(str, FILES)]
        done = subprocess.run(command, cwd=ROOT, env=values, capture_output=True, text=True, timeout=1800)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert "passed" in done.stdout and "skipped" not in done.stdout
