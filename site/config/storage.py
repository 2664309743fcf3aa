"""Where static files come from in real use: hashed, compressed, and the CSS joined into one file (F8)."""

import re
from itertools import groupby
from operator import itemgetter
from posixpath import normpath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRY = "css/site.css"
IMPORT = re.compile(r'@import url\("(?P<file>[^"]+)"\) layer\((?P<layer>\w+)\);')
SPARE = re.compile(r"\s*([{};])\s*")  # no text of ours has these signs in it
AROUND = re.compile(r"([:,]) +| (>) |;(?=})")  # "color: red", "a, b", "a > b"; a selector has no space after a colon
ZERO = re.compile(r"(?<=[:, (-])0(?=\.\d)")  # "0.5rem"
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def joined(css, read):
    """`css` (str) with each of its imports replaced by that file's text in its layer, without comments and spaces.

    `read` takes a file's name beside the entry and returns its text. One file is one round trip; thirty are thirty.
    """
    order, files = IMPORT.sub("", css), IMPORT.findall(css)
    for layer, group in groupby(files, key=itemgetter(1)):
        order += f"@layer {layer} {{\n{''.join(read(file) for file, _ in group)}}}"
    return ZERO.sub("", AROUND.sub(r"\1\2", SPARE.sub(r"\1", COMMENT.sub("", order))))


class StaticStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which first joins css/site.css and what it imports."""

    def create_compressor(self, **options):
        """gzip alone: with brotli as well, collectstatic takes several times as long (T)."""
        return super().create_compressor(use_brotli=False, **options)

    def post_process(self, paths, dry_run=False, **options):
        if ENTRY in paths and not dry_run:
            storage, path = paths[ENTRY]
            whole = joined(read_text(storage, path), lambda name: read_text(*paths[normpath(f"css/{name}")]))
            self._replace(ENTRY, whole)
            paths = {**paths, ENTRY: (self, ENTRY)}
        yield from super().post_process(paths, dry_run, **options)

    def _replace(self, name, text):
        """Put `text` where collectstatic has just copied the file `name`."""
        self.delete(name)
        self._save(name, ContentFile(text.encode()))


def read_text(storage, path):
    """The text of the file at `path` of `storage`."""
    with storage.open(path) as file:
        return file.read().decode()
