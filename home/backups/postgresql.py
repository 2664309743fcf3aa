"""The database as a PostgreSQL server: dumped at one moment by pg_dump, put back in one transaction by psql."""

import os
import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction

from . import BackupError
from .manifest import described

FILE = "database.dump"
KEEP_OUT = ["--no-owner", "--no-privileges"]  # the people of one server may not exist on the next
CAREFULLY = ["--quiet", "--no-psqlrc", "--single-transaction", "--set", "ON_ERROR_STOP=1"]
SETTINGS = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}


def run(tool, *options):
    """Run one of PostgreSQL's tools on the site's database. Raises BackupError when it is not there or fails.

    The password goes by the environment and never into the list of processes.
    """
    if not shutil.which(tool):
        raise BackupError(f"{tool} is not installed. Ask an administrator to run: apt-get install postgresql-client")
    values = connections["default"].settings_dict
    environment = os.environ | {name: str(values[key]) for key, name in SETTINGS.items() if values.get(key)}
    done = subprocess.run([tool, *options], env=environment, capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr or "it gave no reason").strip().splitlines()
        raise BackupError(f"{tool} failed: {said[0]}")


def take(folder):
    """Dump the live database into `folder` (Path). Returns what is in it, as `described`.

    The counts and the dump see the database at the same moment, while people write.
    """
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        moment = cursor.fetchone()[0]
        run("pg_dump", "--format=custom", f"--snapshot={moment}", *KEEP_OUT, "--file", str(folder / FILE))
        return described("default")


def is_empty():
    """Whether the database has no table yet. Returns bool."""
    return not connections["default"].introspection.table_names()


def prepared_file():
    """Where the SQL is prepared that puts a dump in place."""
    return Path(settings.DATA_DIR) / "restoring.sql"


def prepare(folder, manifest):
    """Make the SQL that puts the dump in place, or leaves everything as it was."""
    forget_prepared()
    script = prepared_file()
    script.touch(mode=0o600)
    run("pg_restore", *KEEP_OUT, "--file", str(script), str(folder / FILE))
    with script.open("a") as file:
        file.write(checks(manifest))


def forget_prepared():
    """Remove the prepared SQL: it holds what people said."""
    prepared_file().unlink(missing_ok=True)


def checks(manifest):
    """SQL that undoes the whole restoring when a table or the record is not what the manifest says."""
    wanted = [(f"(SELECT COUNT(*) FROM public.{name(table)})", count) for table, count in manifest["counts"].items()]
    wanted.append(("(SELECT COALESCE(MAX(number), 0) FROM public.record_entry)", manifest["record"]["number"]))
    tests = "\n".join(
        f"IF {found} <> {int(count)} THEN RAISE EXCEPTION 'a count is not what the backup says'; END IF;"
        for found, count in wanted
    )
    return f"DO $checks$ BEGIN\n{tests}\nEND $checks$;\n"


def name(table):
    """A table's name as SQL."""
    return connections["default"].ops.quote_name(table.replace('"', ""))


def put_in_place(aside):
    """Run the prepared SQL in one transaction. What was there is dumped into the folder `aside` (Path) first."""
    if not is_empty():
        run("pg_dump", "--format=custom", *KEEP_OUT, "--file", str(aside / FILE))
    connections["default"].close()
    empty = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
    run("psql", *CAREFULLY, "--command", empty, "--file", str(prepared_file()))
