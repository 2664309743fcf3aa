"""A migrated test database kept from the last run: 240 migrations take 20 seconds, a copy of their result none.

It is kept in .setup/ under a name made of every migration and of the locked requirements, so that a change of either
makes a new one. Only SQLite; PostgreSQL's tests make their own.
"""

import hashlib
import os
import shutil
import sqlite3
from functools import cache
from pathlib import Path

from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".setup"
ROOMS = ("easyread", "engagement", "home")


@cache
def kept_file():
    """Where the database that fits the code of now is kept, or would be. Returns a Path, or None without SQLite.

    Looked up once, before anything is migrated: a migration that is written meanwhile is not in this run's database.
    """
    if connection.vendor != "sqlite":
        return None
    found = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("migrations/*.py")):
            found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return KEPT / f"migrated-{found.hexdigest()[:16]}.sqlite3"


def take():
    """Put the kept database where this run's tests look for theirs. Returns whether there was one (bool)."""
    kept = kept_file()
    if not (kept and kept.exists()):
        return False
    shutil.copyfile(kept, connection.creation._get_test_db_name())
    return True


def refuse_any_other():
    """Stop unless Django has switched to the tests' own database: it does so only when a chosen test asks for one."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        is_ours = name == connection.creation._get_test_db_name()
    else:
        is_ours = name.startswith(TEST_DATABASE_PREFIX)
    if not is_ours:
        raise RuntimeError("No chosen test has the mark django_db, so this would be the site's own database.")


def remove():
    """Take this run's own copy away at its end."""
    name = Path(connection.creation._get_test_db_name())
    connection.close()
    for path in name.parent.glob(f"{name.name}*"):
        path.unlink()


def keep():
    """Keep this run's database, just migrated, for the next run; older ones go."""
    if not (kept := kept_file()) or "django_migrations" not in connection.introspection.table_names():
        return  # with --no-migrations there is nothing that another run could build on
    KEPT.mkdir(exist_ok=True)
    new = kept.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(new) as copy:
        connection.connection.backup(copy)
    new.replace(kept)  # at once, as another process may be doing the same
    for old in KEPT.glob("migrated-*.sqlite3"):
        if old != kept:
            old.unlink(missing_ok=True)
