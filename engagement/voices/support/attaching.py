"""The person's own picture, sound or film, taken by the worker who sits beside them (Q6)."""

from easyread.media.middleware import takes_up_to

from ..attaching_page import Place, attach_page, file_of, most_upload
from ..models import Attachment
from .access import own_visit, unsent_visit
from .question import at

NAMES = {
    "page": "support_attach",
    "question": "support_question",
    "file": "support_file",
    "check": "support_check",
    "after": "support_step",
    "after_args": ["whose"],
}


@takes_up_to(most_upload)
@unsent_visit
def attach(visit, number, kind):
    """The page of one `kind` (str) for question `number` (int)."""
    asked = at(visit, number)
    if asked.ended_at or asked.pk in visit.alone:
        return visit.go("support_question", number)  # which says so
    return attach_page(Place(visit, visit.support.draft, asked, number, kind, NAMES))


@own_visit
def file(visit, file):
    """One file of an own visit; none any more once the person changed it with the card."""
    support, rows = visit.support, Attachment.objects.none()
    if not support.is_sent:
        rows = Attachment.objects.filter(draft=support.draft)
    elif not visit.is_the_persons:
        rows = Attachment.objects.filter(answer__voice=support.voice)
    return file_of(visit.request, rows.exclude(question__in=visit.alone), file)
