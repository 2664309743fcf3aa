"""The web servers that are measured: granian, 2 processes of 1 thread, as script/server runs it."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from .place import ADDRESS, ROOT, environment

TICKS = os.sysconf("SC_CLK_TCK")
SITE, BARE = "config.wsgi:application", "tests.bench.bare:application"


class Server:
    """A running server. `port`: int; `pid`: that of the process that watches the two."""

    def __init__(self, port, pid):
        self.port, self.pid = port, pid

    def seconds_used(self):
        """How long its processes have worked so far, in seconds of one core (float)."""
        return sum(worked(pid) for pid in [self.pid, *children(self.pid)])


def children(pid):
    """The ids of a process's children, as a list of int."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def worked(pid):
    """How long a process has worked, in seconds (float)."""
    values = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(values[11]) + int(values[12])) / TICKS


def free_port():
    """A port that nobody listens on (int)."""
    with socket.create_server((ADDRESS, 0)) as found:
        return found.getsockname()[1]


@contextmanager
def serving(application, folder, **values):
    """Serve `application` (str) on the site in `folder` (Path) while the block runs. Gives the Server."""
    port = free_port()
    command = [
        *(
            str(Path(sys.executable).with_name("granian")),
            "--interface",
            "wsgi",
            "--host",
            ADDRESS,
            "--port",
            str(port),
        ),
        *("--workers", "2", "--blocking-threads", "1", "--no-ws", "--log-level", "error", application),
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(folder) | values, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        stop(process)


def stop(process, seconds=5):
    """End a server and its two processes; one that does not want to end is ended."""
    pids = children(process.pid) if process.poll() is None else []
    process.terminate()
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def wait_for(port, process, seconds=60):
    """Wait until somebody listens on `port`. Raises RuntimeError when the process ended or takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection((ADDRESS, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not start.")
