"""Easy Read PDFs of rounds and outcomes, for paper (D1 to D4)."""

import logging

from django.http import FileResponse, Http404
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from easyread.printing import CannotPrint, PrintingIsOff, printed
from engagement.decisions.models import Decision
from engagement.proposals.models import RoundPage

from ..outcomes import outcome_for
from ..papers import key_of_round, outcome_paper, round_paper
from ..paths import page_at, serve

logger = logging.getLogger(__name__)


@require_safe
def round_pdf(request, path):
    """The round at `path` (str) as an Easy Read PDF. 404 unless it is live."""
    page = page_at(request, path, RoundPage.objects.select_related("picture"))
    return serve(request, page, lambda page, request, args, kwargs: pdf_of_round(request, page))


def pdf_of_round(request, page):
    """The PDF of a round (RoundPage), as a response."""
    return answer(request, round_paper(page), key=key_of_round(page))


@require_safe
def outcome_pdf(request, slug):
    """The outcome named `slug` (str) as an Easy Read PDF. 404 unless it is published."""
    try:
        decision = outcome_for(slug)
    except Decision.DoesNotExist:
        raise Http404("There is no outcome at this address.") from None
    return answer(request, outcome_paper(decision), key=f"outcome-{decision.public_id}")


def answer(request, paper, key):
    """The PDF of a `paper` (Paper) as a response; a kind page with 503 when it cannot be made here."""
    try:
        opened = printed(paper, key)
    except (PrintingIsOff, CannotPrint) as error:
        logger.error("No PDF of %s: %s", paper.address, error)
        return render(request, "trail/no_pdf.html", {"paper": paper}, status=503)
    name = f"{slugify(paper.title) or 'paper'}-easy-read.pdf"
    response = FileResponse(opened, content_type="application/pdf", filename=name)
    response["Cache-Control"] = "no-cache"
    return response
