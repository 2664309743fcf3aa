"""Copying files so that each is on the disk, and its SHA-256 is known, before anything relies on it."""

import hashlib
import os
import shutil
from pathlib import Path

from django.core.files.storage import FileSystemStorage, default_storage, storages

from . import BackupError

PIECE = 1024 * 1024


def live_folders():
    """The folders of files beside the database: dict of the backup's part (str) to Path.

    "uploads" is what everybody can see, "private" what people sent. None for one that is kept by a storage of its own,
    such as S3.
    """
    kept = {"uploads": default_storage, "private": storages["private"]}
    return {part: Path(s.location) if isinstance(s, FileSystemStorage) else None for part, s in kept.items()}


def files_below(folder):
    """The paths (str, with /) of all files below `folder` (Path), sorted. No links, so nothing outside is taken."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def sha256_of(path):
    """The SHA-256 of a file's bytes, as 64 hexadecimal digits. `path`: Path."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_file(source, target):
    """Copy one file, wait until it is on the disk, and return the SHA-256 of the bytes that were read (str)."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with source.open("rb") as reading, target.open("xb") as writing:
        while piece := reading.read(PIECE):
            digest.update(piece)
            writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def copy_folder(source, target):
    """Copy all files below `source` into `target` (Paths). Returns a dict of path to SHA-256.

    A file that is removed meanwhile is left out: the site itself no longer has it.
    """
    target.mkdir(parents=True, exist_ok=True)
    copied = {}
    for name in files_below(source) if source.is_dir() else []:
        try:
            copied[name] = copy_file(source / name, target / name)
        except FileNotFoundError:
            (target / name).unlink(missing_ok=True)
    return copied


def check_files(folder, expected):
    """Raise BackupError unless the files below `folder` are exactly those of `expected` (dict of path to SHA-256)."""
    found = set(files_below(folder)) if folder.is_dir() else set()
    for name in sorted(set(expected) - found):
        raise BackupError(f"The backup is not whole. This file is missing: {name}")
    for name in sorted(found - set(expected)):
        raise BackupError(f"The backup was changed. This file does not belong to it: {name}")
    for name, digest in expected.items():
        if sha256_of(folder / name) != digest:
            raise BackupError(f"The backup was changed or is damaged. This file is not as it was: {name}")


def remove(path):
    """Remove a file or a folder with all in it; it need not be there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def flush_folder(path):
    """Wait until the names in a folder are on the disk, so that a power cut cannot undo a rename."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
