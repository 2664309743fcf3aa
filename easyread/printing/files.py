"""What a paper may open: our pictures and fonts, square codes, dots and signs. Never the network (D1, S3)."""

from io import BytesIO
from urllib.parse import unquote

import segno
from django.core.files.storage import default_storage
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .dots import drawn_dots
from .letters import FONTS
from .signs import drawn_sign


class OwnFiles(URLFetcher):
    """Opens picture:, font:, qr:, dots: and sign: addresses and refuses all others."""

    def __init__(self):
        super().__init__(allowed_protocols=tuple(OPEN), allow_redirects=False)

    def fetch(self, url, headers=None):
        """The file behind `url` (str) as a URLFetcherResponse. Raises ValueError for any address that is not ours."""
        kind, _, name = url.partition(":")
        if kind not in OPEN:
            raise ValueError(f"A paper may not open {kind} addresses.")
        content, media_type = OPEN[kind](unquote(name))
        return URLFetcherResponse(url, BytesIO(content), {"Content-Type": media_type})


def _picture(name):
    with default_storage.open(name) as opened:
        return opened.read(), "image/svg+xml" if name.endswith(".svg") else "image/jpeg"


def _font(name):
    return (FONTS / name.rpartition("/")[2]).read_bytes(), "font/woff2"


def _square_code(words):
    """A QR code that a phone can read from paper (D4)."""
    drawn = BytesIO()
    segno.make(words, error="m", micro=False).save(drawn, kind="svg", border=4, scale=10, xmldecl=False)
    return drawn.getvalue(), "image/svg+xml"


def _dots(numbers):
    return drawn_dots(*(int(number) for number in numbers.split("-"))).encode(), "image/svg+xml"


def _sign(name):
    return drawn_sign(name).encode(), "image/svg+xml"


OPEN = {"picture": _picture, "font": _font, "qr": _square_code, "dots": _dots, "sign": _sign}
