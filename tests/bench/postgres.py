"""A PostgreSQL server of the bench's own, which only this machine can reach, and which is gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from .place import ADDRESS
from .servers import free_port

NAME = "bench"
PLACES = [Path("/usr/lib/postgresql")]  # where Debian keeps initdb, outside PATH


@contextmanager
def cluster():
    """An empty server while the block runs. Gives its DATABASE_URL. Raises RuntimeError without PostgreSQL here."""
    tools = found_tools()
    folder = Path(tempfile.mkdtemp(prefix="ovod-bench-pg-"))
    owner = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    shutil.chown(folder, owner)
    port = free_port()
    try:
        plainly(tools / "initdb", "-D", folder / "data", "-A", "trust", "-U", NAME, "-E", "UTF8")
        options = f"-c unix_socket_directories= -h {ADDRESS} -p {port}"
        plainly(tools / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
        plainly(tools / "createdb", "-h", ADDRESS, "-p", str(port), "-U", NAME, NAME)
        yield f"postgres://{NAME}:@{ADDRESS}:{port}/{NAME}"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            plainly(tools / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def found_tools():
    """The folder of PostgreSQL's programs (Path): where initdb is. Raises RuntimeError."""
    known = shutil.which("initdb")
    found = [Path(known)] if known else sorted(tool for place in PLACES for tool in place.glob("*/bin/initdb"))
    if not found:
        raise RuntimeError("PostgreSQL is not installed here.")
    return found[-1].resolve().parent


def plainly(*command):
    """Run a program of the server, which refuses to run as root. Raises CalledProcessError."""
    other = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*other, *map(str, command)], check=True, capture_output=True, cwd="/", timeout=120)
