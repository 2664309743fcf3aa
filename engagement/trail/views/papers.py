"""Easy Read PDFs of rounds and outcomes, for paper (D1 to D4)."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.views.decorators.http import require_safe

from easyread.printing.answering import answer
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
