"""Addresses that a printed paper may open (easyread/printing/files.py)."""

from urllib.parse import quote

from django import template
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from .. import conf
from ..printing.dots import ROW, dot_rows

register = template.Library()
PHOTO = "max-900x900|format-jpeg|jpegquality-80"


@register.filter
def paper_address(picture):
    """Where a paper finds a `picture` (Picture or None). Returns str; empty when there is none or its file is gone."""
    if picture is None:
        return ""
    if picture.is_svg():
        return f"picture:{quote(picture.file.name)}"
    try:
        return f"picture:{quote(picture.get_rendition(PHOTO).file.name)}"
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return ""


@register.filter
def dots_address(dots):
    """Where a paper finds the drawing of `dots` (Dots). Returns str."""
    return f"dots:{dots.full}-{int(dots.part)}-{dots.rest}"


@register.filter
def dots_height(dots):
    """How high that drawing is on paper, in millimetres (int)."""
    return dot_rows(dots.all) * ROW


@register.filter
def whole_address(path):
    """A `path` (str) of this site as people type it on a computer: with the site's own address. Returns str."""
    return path if "://" in path else f"{conf.site_address().rstrip('/')}{path}"


@register.filter
def square_code(address):
    """Where a paper finds the QR code of a whole `address` (str). Returns str."""
    return f"qr:{quote(address, safe='')}"


@register.filter
def page_mark(mark, number):
    """What the square on page `number` (int) of a form says: its `mark` (str) and the page. Returns str.

    The part behind # is never sent to a server, so a phone opens the page of the round and tells nobody the code.
    """
    return f"{whole_address(mark)}-{number}"


@register.filter
def to_type(address):
    """A whole `address` (str) without the part that nobody needs to type. Returns str."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
