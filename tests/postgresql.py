"""A PostgreSQL server of a test's own, where the machine has one. Only this machine reaches it; it goes at the end."""

import os
import pwd
import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

TOOLS = ("initdb", "pg_ctl", "psql", "pg_dump", "pg_restore")
# Debian keeps the server's own tools away from PATH.
PLACES = os.pathsep.join([os.environ.get("PATH", ""), *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin")))])


def tool(name):
    """Where the tool with this name (str) is. Returns str, or None."""
    return shutil.which(name, path=PLACES)


IS_HERE = all(map(tool, TOOLS))
WHY_NOT = "no PostgreSQL server on this machine"


def plainly(name, *arguments):
    """Run a tool of the server, which refuses to run as root."""
    other = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*other, tool(name), *arguments], check=True, capture_output=True, cwd="/")


@contextmanager
def running():
    """An empty server while the block runs. Gives its port (int). User `ovod`, no password."""
    folder = Path(subprocess.check_output(["mktemp", "-d", "/tmp/ovod-pg-XXXXXX"], text=True).strip())
    owner = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    shutil.chown(folder, owner)
    plainly("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "ovod", "--no-sync", "-E", "UTF8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = f"-k {folder} -h 127.0.0.1 -p {port} -c fsync=off"
    plainly("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
    try:
        yield port
    finally:
        plainly("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(folder)
