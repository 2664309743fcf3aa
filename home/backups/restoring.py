"""Putting a backup back: only into an empty place, or after moving aside what is there, and only when it is whole."""

import fcntl
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from . import BackupError
from .files import check_files, copy_folder, files_below, flush_folder, live_folders, remove, sha256_of
from .making import engine
from .manifest import check_fits_here, check_same, described, read_manifest


def restore_backup(folder, *, replace=False):
    """Put the backup in `folder` (Path) in the site's place. Returns (manifest, folder of what was there or None).

    `replace`: move aside a site that is there; nothing of it is removed. Every file is proved by its hash, the database
    by its counts and its record, before anything is put in place. Raises BackupError; the site is then as it was.
    """
    folder = Path(folder).resolve()
    manifest = read_manifest(folder)
    check_fits_here(manifest)
    check_parts(folder, manifest)
    with site_stopped():
        if not replace and not place_is_empty():
            raise BackupError(
                "There is a site here already. To move it aside and put the backup in its place: --replace"
            )
        aside = put_everything_in_place(folder, manifest)
    check_same(manifest, described("default"))
    return manifest, aside


def check_parts(folder, manifest):
    """Raise BackupError unless every file of the backup is there, and is the one the manifest names."""
    database = folder / engine().FILE
    if not database.is_file():
        raise BackupError(f"The backup is not whole. This file is missing: {database.name}")
    if sha256_of(database) != manifest["database"]["sha256"]:
        raise BackupError(f"The backup was changed or is damaged. This file is not as it was: {database.name}")
    for part in live_folders():
        check_files(folder / part, manifest.get(part) or {})


@contextmanager
def site_stopped():
    """Hold the lock that script/server holds while it serves. Raises BackupError when the site is running."""
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    with (Path(settings.DATA_DIR) / "server.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError("The site is running. Stop it first, then restore.") from None
        yield


def place_is_empty():
    """Whether the site's place has no database and no files. Returns bool."""
    folders = [live for live in live_folders().values() if live and live.is_dir()]
    return engine().is_empty() and not any(files_below(live) for live in folders)


def put_everything_in_place(folder, manifest):
    """Prepare database and files beside the site, then put all in place.

    Returns the folder of what was there, or None. When anything fails before, nothing is left behind.
    """
    aside = Path(settings.DATA_DIR) / f"before-restore-{timezone.localtime():%Y-%m-%d-%H%M%S}"
    try:
        engine().prepare(folder, manifest)
        ready = {part: stage(part, folder, manifest) for part in live_folders()}
        aside.mkdir(mode=0o700)
        engine().put_in_place(aside)
        for part, path in ready.items():
            if path:
                put_files_in_place(part, path, aside)
    finally:
        engine().forget_prepared()
        forget_staged()
    tell_set_up()
    cache.clear()
    flush_folder(settings.DATA_DIR)
    if any(aside.iterdir()):
        return aside
    aside.rmdir()
    return None


def staged(part):
    """Where one part of a backup's files is prepared, a Path beside the site's; None for a storage of its own."""
    live = live_folders()[part]
    return live and live.with_name(f"{live.name}.restoring")


def forget_staged():
    """Remove prepared files that were not put in place."""
    for path in filter(None, map(staged, live_folders())):
        remove(path)


def stage(part, folder, manifest):
    """Copy one part of a backup's files beside the site's and prove them. Returns their Path, or None without any.

    A backup of before there were private files has none of them: the folder is left as it is.
    """
    path, files = staged(part), manifest.get(part)
    if files is None or path is None:
        return None
    remove(path)
    if copy_folder(folder / part, path) != files:
        raise BackupError("The uploads could not be copied whole. Look at the disk.")
    return path


def put_files_in_place(part, path, aside):
    """Move the staged files at `path` to the site's place, and what was there into the folder `aside`."""
    live = live_folders()[part]
    if live.exists():
        live.rename(aside / live.name)
    path.rename(live)
    if part == "private":
        live.chmod(0o700)


def tell_set_up():
    """Tell script/server that the programme is loaded, and that the database may want newer migrations."""
    stamps = Path(settings.DATA_DIR) / ".setup"
    stamps.mkdir(exist_ok=True)
    (stamps / "loaded").write_text("yes")
    (stamps / "migrations").unlink(missing_ok=True)
