"""Where files of people are kept: in a folder that no address leads to, under names that tell nothing (S3, P2)."""

import os
import secrets
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages

GIVEN = ".given"  # how the name of a file ends that is kept as it came


def storage():
    """The storage of private files: STORAGES["private"], a folder of `data/` unless the site names another one."""
    return storages["private"]


def keep(folder, cleaned):
    """Keep a file in `folder` (str, such as "answers"). `cleaned`: Cleaned. Returns its name (str).

    It is on the disk when this returns. Raises OSError when there is no room; then nothing of it is kept.
    """
    return write(folder, cleaned.suffix, ContentFile(cleaned.data))


def keep_given(folder, file):
    """Keep `file` (an uploaded file) in `folder` (str) as it came, until the worker writes it anew. Returns its name.

    Nobody is ever given it: it still holds what its device wrote (S3). Raises OSError as `keep` does.
    """
    file.seek(0)
    return write(folder, GIVEN, file)


def write(folder, suffix, content):
    """Write `content` (File) into `folder` under a new name that ends with `suffix` (str). Returns the name (str)."""
    token = secrets.token_hex(16)
    name = f"{folder}/{token[:2]}/{token}{suffix}"
    try:
        name = storage().save(name, content)
        flush(name)
    except OSError:
        remove(name)
        raise
    return name


def flush(name):
    """Wait until a kept file and its name are on the disk, so that what we acknowledge is there (R1)."""
    if not isinstance(storage(), FileSystemStorage):
        return
    path = Path(storage().path(name))
    for place, how in ((path, os.O_RDONLY), (path.parent, os.O_RDONLY)):
        handle = os.open(place, how)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(name):
    """Remove a kept file; it need not be there."""
    if name:
        storage().delete(name)


def sweep(folder, wanted, older_than):
    """Remove the files of `folder` (str) that no row names: what a killed process left. Returns how many (int).

    `wanted`: set of names that stay. `older_than`: datetime; a newer file may belong to a row that is being written.
    """
    gone = 0
    for name in list(names_in(folder)):
        if name not in wanted and storage().get_modified_time(name) < older_than:
            storage().delete(name)
            gone += 1
    return gone


def names_in(folder):
    """The names (str) of all files kept in `folder` (str), two levels deep as `keep` writes them."""
    try:
        parts = storage().listdir(folder)[0]
    except FileNotFoundError:
        return
    for part in parts:
        for name in storage().listdir(f"{folder}/{part}")[1]:
            yield f"{folder}/{part}/{name}"
