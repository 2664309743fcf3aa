"""Where one version of a paper is kept: `print/<paper>/<version>.pdf`, and why it cannot be drawn where it cannot."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from .drawing import draw, style_of_papers

FOLDER = "print"
TRY_AGAIN_AFTER = timedelta(hours=1)  # what could not be drawn may be drawn after the software was put right


@dataclass(frozen=True)
class Version:
    """One version of a paper. `folder` (str): that of the paper; `digest` (str): of its words, pictures and looks."""

    folder: str
    digest: str

    @property
    def name(self):
        """The name of its PDF (str)."""
        return f"{self.folder}/{self.digest}.pdf"

    @property
    def reason_name(self):
        """The name of the file that says why it cannot be drawn (str)."""
        return f"{self.folder}/{self.digest}.txt"

    def is_there(self):
        """Whether it is drawn and kept. Returns bool."""
        return default_storage.exists(self.name)

    def open(self):
        """Its PDF, open for reading."""
        return default_storage.open(self.name)

    def keep(self, html):
        """Draw it from `html` (str) and keep it; older versions go. Raises what `draw` raises."""
        self._only(self.name, draw(html).data)

    def keep_reason(self, reason):
        """Keep why it cannot be drawn (str), for all who ask within an hour; older versions go."""
        self._only(self.reason_name, reason.encode())

    def reason(self):
        """Why it could not be drawn within the last hour (str), or ""."""
        try:
            if default_storage.get_modified_time(self.reason_name) < timezone.now() - TRY_AGAIN_AFTER:
                return ""
            with default_storage.open(self.reason_name) as kept:
                return kept.read().decode()
        except FileNotFoundError:
            return ""

    def _only(self, name, content):
        default_storage.save(name, ContentFile(content))
        remove_all(self.folder, keep=name)


def version_of(html, key):
    """The Version of the paper named `key` (str) that this `html` (str) and our style give."""
    digest = hashlib.sha256(style_of_papers().encode() + html.encode()).hexdigest()[:32]
    return Version(f"{FOLDER}/{key}", digest)


def forget(key):
    """Remove every PDF of the paper named `key` (str): its page was taken down."""
    remove_all(f"{FOLDER}/{key}")


def remove_all(folder, keep=""):
    """Remove the files in `folder` (str) but the one named `keep` (str)."""
    try:
        names = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return
    for name in names:
        if f"{folder}/{name}" != keep:
            default_storage.delete(f"{folder}/{name}")
