"""Making a backup while the site is used."""

import time
from pathlib import Path

from django.db import connections

from . import BackupError, postgresql, sqlite
from .files import copy_folder, flush_folder, live_folders, remove, sha256_of
from .manifest import write_manifest

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def engine():
    """The module that knows the site's kind of database. Raises BackupError for another kind."""
    vendor = connections["default"].vendor
    if vendor not in ENGINES:
        raise BackupError(f"A backup of {vendor} is not known here. Use that database's own tools.")
    return ENGINES[vendor]


def make_backup(folder):
    """Copy the whole site into `folder` (Path), which must be new or empty. Returns the manifest (dict).

    It is made beside, under a name that says it is unfinished, and gets its own name when every part is on the disk:
    a killed backup never looks like one. Raises BackupError.
    """
    folder = Path(folder).resolve()
    check_may_write(folder)
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    remove(unfinished)
    unfinished.mkdir(parents=True, mode=0o700)
    try:
        manifest = fill(unfinished)
        flush_folder(unfinished)
        unfinished.rename(folder)
    except OSError as error:
        raise BackupError(f"The backup could not be written: {error.strerror}.") from error
    finally:
        remove(unfinished)
    flush_folder(folder.parent)
    return manifest


def check_may_write(folder):
    """Raise BackupError when a backup must not be made at `folder` (Path)."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupError(f"{folder} is not empty. Give the name of a new folder.")
    for live in filter(None, live_folders().values()):
        if folder == live.resolve() or live.resolve() in folder.parents:
            raise BackupError("A backup cannot be made inside the folder of uploads. Give another folder.")


def fill(folder):
    """Write database, files and manifest into `folder` (Path). Returns the manifest.

    The database comes first: an upload made meanwhile is then one file too many and never one too few.
    """
    started = time.monotonic()
    content = engine().take(folder)
    took = time.monotonic() - started
    file = folder / engine().FILE
    file.chmod(0o600)
    files = {part: live and copy_folder(live, folder / part) for part, live in live_folders().items()}
    return write_manifest(
        folder,
        engine=connections["default"].vendor,
        database={
            "file": file.name,
            "sha256": sha256_of(file),
            "bytes": file.stat().st_size,
            "seconds": round(took, 2),
        },
        **files,
        **content,
    )
