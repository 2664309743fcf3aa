"""The PDFs of paper: numbered copies, the tally sheet and the cards to hold up."""

import logging

from django.http import FileResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify

from easyread.printing import CannotPrint, PrintingIsOff, StillDrawing, printed

from .access import batch_within_reach, paper_page, round_of
from .asking import asked_of
from .cards import cards_of
from .sheets import form_of, key_of_form
from .tally import tally_of

logger = logging.getLogger(__name__)
A_LITTLE_WHILE = 30  # seconds that a long paper mostly takes


@paper_page
def copies_pdf(request, public_id):
    """The numbered copies of one printing, as one PDF."""
    batch = batch_within_reach(request, public_id)
    return answer(request, form_of(batch, list(batch.copies.all()), address=batch.round.get_url()), key_of_form(batch))


@paper_page
def tally_pdf(request, pk):
    """The sheet on which hands are tallied in a group."""
    page = round_of(pk)
    asked = asked_of(page, is_numbered=False, shuffled_by=timezone.localdate().isoformat())
    return answer(request, tally_of(page, asked, address=page.get_url()), f"tally-{page.public_id}")


@paper_page
def cards_pdf(request, pk):
    """Cards to cut out and hold up in a workshop."""
    page = round_of(pk)
    asked = asked_of(page, is_numbered=False)
    return answer(request, cards_of(page, asked, address=page.get_url()), f"cards-{page.public_id}")


def answer(request, form, key):
    """The PDF of a `form` (Form) as a response; a kind page while it is drawn (202), or when it cannot be (503)."""
    try:
        opened = printed(form, key)
    except StillDrawing:
        response = render(request, "voices/paper/soon.html", {"form": form}, status=202)
        response["Retry-After"] = str(A_LITTLE_WHILE)
        return response
    except (PrintingIsOff, CannotPrint) as error:
        logger.error("No PDF of %s: %s", form.address, error)
        return render(request, "voices/paper/no_pdf.html", {"form": form}, status=503)
    name = f"{slugify(form.title) or 'paper'}-{slugify(form.kind)}.pdf"
    return FileResponse(opened, content_type="application/pdf", filename=name)
