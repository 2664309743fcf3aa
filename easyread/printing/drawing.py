"""From HTML to a PDF that passes PDF/UA-1, or no PDF at all (D1)."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path

STYLES = [Path(__file__).with_name(name) for name in ("paper.css", "form.css", "handout.css")]
PROFILE = "ua1"
MANY_PAGES = 16  # T1: a paper of more should become two
logger = logging.getLogger(__name__)


class PrintingIsOff(Exception):
    """The system packages that PDFs need are missing (docs/printing.md says which)."""


class CannotPrint(Exception):
    """The PDF would not be one that everybody can read, so it is not given to anyone."""


class StillDrawing(Exception):
    """The worker is drawing this paper. Ask again in a little while."""


@dataclass(frozen=True)
class Drawn:
    """A PDF that passed the checks: `data` (bytes) and how many `pages` (int) it has."""

    data: bytes
    pages: int


def draw(html):
    """A whole HTML document (str) as a PDF. Returns a Drawn.

    The same HTML always gives the same bytes. Raises PrintingIsOff without the system packages, CannotPrint when
    the PDF does not pass PDF/UA-1.
    """
    document = _laid_out(html)
    drawn = Drawn(data=document.write_pdf(**_options(html)), pages=len(document.pages))
    refuse_hard_to_read(drawn.data)
    if drawn.pages >= MANY_PAGES:
        logger.warning("A printed paper has %s pages. Think of 2 papers (T1).", drawn.pages)
    return drawn


def refuse_without_packages():
    """Raise PrintingIsOff unless the system packages that WeasyPrint needs are here."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # fonts in the PDF would else hold the time of drawing
    try:
        import weasyprint  # noqa: F401  it opens them when it is first loaded
    except (ImportError, OSError) as error:
        raise PrintingIsOff(str(error)) from error


def style_of_papers():
    """How every paper looks, as one style sheet (str)."""
    return "\n".join(path.read_text(encoding="utf-8") for path in STYLES)


def _laid_out(html):
    """The pages of `html` (str) as a weasyprint.Document."""
    refuse_without_packages()
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from .files import OwnFiles

    files, fonts = OwnFiles(), FontConfiguration()
    style = CSS(string=style_of_papers(), font_config=fonts, url_fetcher=files)
    return HTML(string=html, url_fetcher=files, base_url="").render(
        font_config=fonts, stylesheets=[style], **_options(html)
    )


def _options(html):
    """How WeasyPrint draws."""
    return {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"our-voice-our-decision"}


def refuse_hard_to_read(data):
    """Raise CannotPrint unless `data` (bytes of a PDF) passes every machine rule of PDF/UA-1."""
    import page

    report = page.validate_pdf_bytes(data, profile=PROFILE)
    if not report.is_compliant:
        rules = sorted({failure.rule_id for failure in report.failures})
        raise CannotPrint(f"The PDF breaks {', '.join(rules)}.")
