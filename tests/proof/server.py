"""A real site that is served as script/server serves it, to be killed again and again (R1)."""

import os
import shlex
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.bench.servers import children, free_port
from tests.bench.web import Connection, request_for

ROOT = Path(__file__).resolve().parents[2]
WITHIN = 60  # seconds for a start on a busy machine


def command_of_script(port):
    """What script/server runs at its end to serve, on `port` (int), as a list of str: one place says how."""
    script = (ROOT / "script" / "server").read_text()
    command = script.rpartition("exec .venv/bin/granian ")[2].replace("\\\n", " ")
    words = shlex.split(command.replace("$HOST", "127.0.0.1").replace("$PORT", str(port)))
    return [str(Path(sys.executable).with_name("granian")), *words]


class Site:
    """A site in a `folder` (Path) of its own: SQLite, as safe as a real one, and a server that may be killed."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None
        ours = {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "tests.proof.settings", "PYTHONPATH": ".:site"}
        left_out = ("DATABASE_URL", "CACHE_URL", "DEBUG")
        self.environment = {k: v for k, v in os.environ.items() if k not in left_out} | ours

    def python(self, code):
        """Run Python `code` (str) on the site, with Django set up. Returns what it printed (str)."""
        command = [sys.executable, "-c", f"import django; django.setup()\n{code}"]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self):
        """Serve, and wait for the first good answer. Returns how many seconds it took (float)."""
        self.serve()
        return self.first_answer()

    def serve(self):
        """Serve, in a group of its own."""
        self.process = subprocess.Popen(
            command_of_script(self.port),
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def first_answer(self):
        """Ask until there is a good answer. Returns how many seconds it took (float).

        granian ends when its workers die again and again within seconds; then it is started anew, as a site's own
        watcher would (docs/running.md).
        """
        started = time.monotonic()
        while time.monotonic() - started < WITHIN:
            if self.process.poll() is not None:
                self.serve()
            with suppress(OSError):
                connection = Connection(self.port)
                if connection.ask(request_for("/health/")).status == 200:
                    return time.monotonic() - started
            time.sleep(0.05)
        raise AssertionError(f"No good answer within {WITHIN} seconds.")

    def workers(self):
        """The ids of the two web processes, as a list of int."""
        return children(self.process.pid)

    def kill_workers(self, count):
        """kill -9 of one web process or of both (`count`: int); the server starts new ones."""
        for pid in self.workers()[:count]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def kill_all(self):
        """kill -9 of the server and its web processes."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
