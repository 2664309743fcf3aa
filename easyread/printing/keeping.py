"""One PDF for each version of a paper: made when somebody first asks, then kept (D3)."""

from io import BytesIO

from django.template.loader import render_to_string

from .background import ask_for
from .drawing import CannotPrint, draw
from .length import about_pages
from .letters import printable, whole_dates
from .versions import version_of

PAGES_AT_ONCE = 10  # D3: a paper of more is drawn by the worker


def printed(paper, key):
    """The PDF of a `paper` (Paper or Form), open for reading. `key` (str): its name, the same for all its versions.

    It is drawn only when the words, pictures or looks changed since; then the older version goes. With "" as its key it
    is drawn each time and never kept: for what not everybody may see.
    Raises StillDrawing while the worker draws a long one, and what `draw` raises.
    """
    html = as_html(paper)
    if not key:
        return BytesIO(draw(html).data)
    version = version_of(html, key)
    if not version.is_there():
        if reason := version.reason():
            raise CannotPrint(reason)
        if about_pages(paper) > PAGES_AT_ONCE:
            ask_for(version, html)
        else:
            version.keep(html)
    return version.open()


def as_html(paper):
    """A `paper` (Paper or Form) as the HTML it is drawn from, with only letters that can be drawn. Returns str."""
    return whole_dates(printable(render_to_string(paper.template, paper.context())))
