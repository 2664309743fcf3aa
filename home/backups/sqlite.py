"""The database as one SQLite file: copied while people write, opened beside the live one, put in its place."""

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connections

from . import BackupError
from .files import copy_file, remove, sha256_of
from .manifest import check_same, described

FILE = "database.sqlite3"
SIDE_FILES = ("-wal", "-shm", "-journal")
COPY = "backup_copy"  # the name under which a copy is opened beside the default database


def live_file():
    """The path of the site's own database file."""
    return Path(connections["default"].settings_dict["NAME"])


def copy_database(folder):
    """Copy the live database into `folder` (Path) by SQLite's online backup, in one step.

    Readers and writers go on meanwhile; the copy is the database as it was at one moment (R4). Returns its Path.
    """
    path = folder / FILE
    with closing(sqlite3.connect(live_file(), timeout=60)) as live, closing(sqlite3.connect(path)) as copy:
        live.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, and reading it leaves nothing beside it
    return path


def take(folder):
    """Copy the live database into `folder` (Path) and look the copy over. Returns what is in it, as `described`."""
    with opened(copy_database(folder)) as copy:
        check_whole(copy)
        return described(copy)


@contextmanager
def opened(path):
    """Open the database file at `path` (Path) beside the default one. Gives its alias (str)."""
    connections.databases[COPY] = {**connections.databases["default"], "NAME": str(path), "OPTIONS": {}}
    try:
        connections[COPY].connect()
        yield COPY
    finally:
        connections[COPY].close()
        del connections[COPY]
        del connections.databases[COPY]


def check_whole(using):
    """Raise BackupError when SQLite itself finds the database `using` (str) damaged."""
    with connections[using].cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        said = cursor.fetchone()[0]
    if said != "ok":
        raise BackupError(f"The database in the backup is damaged: {said}")


def is_empty():
    """Whether there is no database at the site's place yet, or one without a single table. Returns bool."""
    path = live_file()
    if not path.exists() or not path.stat().st_size:
        return True
    with closing(sqlite3.connect(path)) as live:
        return not live.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def staged_file():
    """Where a backup's database is prepared: beside the live one, so that putting it in place is a rename."""
    return live_file().with_name(f"{live_file().name}.restoring")


def prepare(folder, manifest):
    """Copy a backup's database beside the live one and prove that it is the one the manifest tells of.

    Nothing of the site is changed yet. Raises BackupError.
    """
    forget_prepared()
    staged = staged_file()
    copy_file(folder / FILE, staged)
    if sha256_of(staged) != manifest["database"]["sha256"]:
        raise BackupError("The database could not be copied whole. Look at the disk.")
    with opened(staged) as copy:
        check_whole(copy)
        check_same(manifest, described(copy))


def forget_prepared():
    """Remove a prepared database that was not put in place."""
    for path in with_side_files(staged_file()):
        remove(path)


def with_side_files(path):
    """A database file and the files SQLite may keep beside it, as a list of Path."""
    return [path, *(Path(f"{path}{side}") for side in SIDE_FILES)]


def put_in_place(aside):
    """Put the prepared database into the site's place. What was there goes into the folder `aside` (Path)."""
    connections["default"].close()
    for path in with_side_files(live_file()):
        if path.exists():
            path.rename(aside / path.name)
    staged_file().rename(live_file())
