"""Easy Read PDFs of rounds and outcomes, for paper (D1 to D4)."""

import logging

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from easyread.printing import CannotPrint, PrintingIsOff, StillDrawing, printed
from engagement.decisions.models import Decision
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.voices.flows import public_form
from engagement.voices.paper.sheets import form_of, key_of_form

from ..draft_papers import draft_paper
from ..outcome_papers import outcome_paper
from ..outcomes import outcome_for
from ..papers import key_of_draft, key_of_round, round_paper
from ..paths import page_at, serve
from .drafts import drafts_of

logger = logging.getLogger(__name__)
A_LITTLE_WHILE = 30  # seconds that a long paper mostly takes


@require_safe
def round_pdf(request, path):
    """The round at `path` (str) as an Easy Read PDF. 404 unless it is live."""
    page = page_at(request, path, RoundPage.objects.select_related("picture"))
    return serve(request, page, lambda page, request, args, kwargs: pdf_of_round(request, page))


def pdf_of_round(request, page):
    """The PDF of a round (RoundPage), as a response."""
    return answer(request, round_paper(page), key=key_of_round(page))


@require_safe
def form_pdf(request, path):
    """The round at `path` (str) as a form to fill in with a pen. 404 unless it is live and asks something."""
    page = page_at(request, path, RoundPage.objects.defer("easy_read", "standard"))
    return serve(request, page, lambda page, request, args, kwargs: pdf_of_form(request, page))


def pdf_of_form(request, page):
    """The form of a round (RoundPage) that anybody may print, as a response."""
    try:
        batch = public_form(round=page)
    except ValidationError as error:
        raise Http404(error.messages[0]) from None
    form = form_of(batch, [], address=page.address)
    return answer(request, form, key=key_of_form(batch), name="paper-form")


@require_safe
def draft_pdf(request, path, number):
    """Draft `number` (int) of the plan at `path` (str) as an Easy Read PDF. 404 while it is not out."""
    page = page_at(request, path, ProposalPage.objects.select_related("picture"))
    return serve(request, page, lambda page, request, args, kwargs: pdf_of_draft(request, page, number))


def pdf_of_draft(request, page, number):
    """The PDF of one draft of a plan (ProposalPage), as a response."""
    _, draft, earlier = drafts_of(page, number)
    return answer(request, draft_paper(draft, earlier, page), key=key_of_draft(draft))


@require_safe
def outcome_pdf(request, slug):
    """The outcome named `slug` (str) as an Easy Read PDF. 404 unless it is published."""
    try:
        decision = outcome_for(slug)
    except Decision.DoesNotExist:
        raise Http404("There is no outcome at this address.") from None
    return answer(request, outcome_paper(decision), key=f"outcome-{decision.public_id}")


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
        return render(request, "trail/no_pdf.html", {"paper": paper}, status=503)
    name = f"{slugify(paper.title) or 'paper'}-{name}.pdf"
    response = FileResponse(opened, content_type="application/pdf", filename=name)
    response["Cache-Control"] = "no-cache"
    return response


def still_drawing(request, paper):
    """The page that says that we are making the PDF of a `paper` (Paper), with a way to ask again."""
    response = render(request, "trail/pdf_soon.html", {"paper": paper}, status=202)
    response["Retry-After"] = str(A_LITTLE_WHILE)
    add_never_cache_headers(response)
    return response
