"""One PDF for each version of a paper: made when somebody first asks, then kept (D3)."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template.loader import render_to_string

from .drawing import STYLE, draw
from .letters import printable, whole_dates

FOLDER = "print"


def printed(paper, key):
    """The PDF of a `paper` (Paper), open for reading. `key` (str): names the paper, the same for all its versions.

    It is drawn only when the words, pictures or looks changed since; then the older version goes.
    Raises what `draw` raises.
    """
    html = as_html(paper)
    folder = f"{FOLDER}/{key}"
    name = f"{folder}/{version_of(html)}.pdf"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(draw(html).data))
        remove_all(folder, keep=name)
    return default_storage.open(name)


def as_html(paper):
    """A `paper` (Paper) as the HTML it is drawn from, with only letters that can be drawn. Returns str."""
    return whole_dates(printable(render_to_string("easyread/print/paper.html", {"paper": paper})))


def version_of(html):
    """A name for one version of a paper: 32 hexadecimal digits of its HTML (str) and of how it looks. Returns str."""
    return hashlib.sha256(STYLE.read_bytes() + html.encode()).hexdigest()[:32]


def forget(key):
    """Remove every PDF of the paper named `key` (str): its page was taken down."""
    remove_all(f"{FOLDER}/{key}")


def remove_all(folder, keep=""):
    """Remove the PDFs in `folder` (str) but the one named `keep` (str)."""
    try:
        names = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return
    for name in names:
        if f"{folder}/{name}" != keep:
            default_storage.delete(f"{folder}/{name}")
