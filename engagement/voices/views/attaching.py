"""A person's own picture, sound or film, before sending (Q6)."""

from easyread.media.middleware import takes_up_to

from ..attaching_page import Place, attach_page, file_of, most_upload
from ..models import Attachment
from .gates import answering, with_draft
from .helping import STOP, elsewhere
from .question import at
from .stopping import stop_now

NAMES = {
    "page": "answer_attach",
    "question": "answer_question",
    "file": "answer_file",
    "check": "answer_check",
    "after": "answer_about",
}


@takes_up_to(most_upload)
@with_draft
def attach(visit, number, kind):
    """The page of one `kind` (str) for question `number` (int)."""
    asked = at(visit, number)
    if asked.ended_at:
        return visit.go("answer_question", number)  # which says so
    return attach_page(Place(visit, visit.draft, asked, number, kind, NAMES, lambda go: away(visit, go, number)))


def away(visit, go, number):
    """Where a press in the Help leads, once a file is stored. Returns HttpResponse, or None for other presses."""
    return stop_now(visit, number) if go == STOP and not visit.over else elsewhere(visit, go, here=number)


@answering
def file(visit, public_id):
    """One file of this device's own answers, before sending and while the card is open here."""
    visit.check_address()
    rows = Attachment.objects.none()
    if visit.draft:
        rows = Attachment.objects.filter(draft=visit.draft)
    elif visit.has_card:
        rows = Attachment.objects.filter(answer__voice=visit.voice)
    return file_of(visit.request, rows, public_id)
