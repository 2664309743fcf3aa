"""A paper as the answer to a request: the PDF, or a kind page while it is made or when it cannot be (D3)."""

import logging

from django.http import FileResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.text import slugify

from .drawing import CannotPrint, PrintingIsOff, StillDrawing
from .keeping import printed

logger = logging.getLogger(__name__)
A_LITTLE_WHILE = 30  # seconds that a long paper mostly takes


def answer(request, paper, key, name="easy-read"):
    """The PDF of a `paper` (Paper or Form) as a response. `name`: how its file is called.

    A long paper is made in the background: until it is there a kind page says so (202). Another one says that it
    cannot be made here (503).
    """
    try:
        opened = printed(paper, key)
    except StillDrawing:
        return still_drawing(request, paper)
    except (PrintingIsOff, CannotPrint) as error:
        logger.error("No PDF of %s: %s", paper.address, error)
        return render(request, "easyread/no_pdf.html", {"paper": paper}, status=503)
    name = f"{slugify(paper.title) or 'paper'}-{name}.pdf"
    response = FileResponse(opened, content_type="application/pdf", filename=name)
    response["Cache-Control"] = "no-cache"
    return response


def still_drawing(request, paper):
    """The page that says that we are making the PDF of a `paper` (Paper), with a way to ask again."""
    response = render(request, "easyread/pdf_soon.html", {"paper": paper}, status=202)
    response["Retry-After"] = str(A_LITTLE_WHILE)
    add_never_cache_headers(response)
    return response
