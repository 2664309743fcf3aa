"""What a backup says of itself: its files with their hashes, how many rows each table has, the end of the record."""

import json

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from engagement.record.flows import first_fault, head_of

from . import BackupError

NAME = "manifest.json"
FORMAT = 1
PARTS = {"format", "made_at", "engine", "database", "uploads", "counts", "record", "migrations"}


def described(using):
    """What is in the database `using` (str): dict with counts (table to int), record and migrations."""
    number, seal = head_of(using)
    applied = MigrationRecorder(connections[using]).applied_migrations()
    return {
        "counts": counted(using),
        "record": {"number": number, "seal": seal, "first_fault": first_fault(using)},
        "migrations": sorted(f"{app}.{name}" for app, name in applied),
    }


def counted(using):
    """How many rows each table of the database `using` (str) has: dict of table to int."""
    connection = connections[using]
    with connection.cursor() as cursor:
        counts = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            counts[table] = cursor.fetchone()[0]
    return counts


def write_manifest(folder, **parts):
    """Write the manifest of the backup in `folder` (Path). `parts`: its values. Returns the dict."""
    manifest = {"format": FORMAT, "made_at": timezone.now().isoformat(timespec="seconds"), **parts}
    (folder / NAME).write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n")
    return manifest


def read_manifest(folder):
    """The manifest of the backup in `folder` (Path) as a dict. Raises BackupError when it is none of ours."""
    try:
        manifest = json.loads((folder / NAME).read_text())
    except FileNotFoundError:
        raise BackupError(f"There is no backup in {folder}. A backup has a file named {NAME}.") from None
    except (OSError, ValueError) as error:
        raise BackupError(f"The backup in {folder} cannot be read. {error}") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT or not set(manifest) >= PARTS:
        raise BackupError(f"The file {NAME} in {folder} is not one that this version can read.")
    return manifest


def check_fits_here(manifest):
    """Raise BackupError when a backup is of another kind of database, or of a newer version of this software."""
    engine = connections["default"].vendor
    if manifest["engine"] != engine:
        raise BackupError(f"This is a backup of {manifest['engine']}, and this site uses {engine}. Set DATABASE_URL.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    unknown = [name for name in manifest["migrations"] if name not in known]
    if unknown:
        raise BackupError(
            f"The backup is of a newer version of this software. This version does not know {unknown[0]}."
        )


def check_same(manifest, found):
    """Raise BackupError unless `found` (dict of `described`) is what the manifest says."""
    for table, count in manifest["counts"].items():
        if found["counts"].get(table) != count:
            raise BackupError(f"{table} should have {count} rows and has {found['counts'].get(table, 'none')}.")
    if found["record"] != manifest["record"]:
        raise BackupError("The record in the backup is not the one that its manifest names.")
