"""What a meeting talks about."""

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from ..models import AgendaItem
from ..permissions import check_may_prepare

NEEDS_TITLE = "Say in Easy Read what they talk about."
WAS_ASKED = "People asked about this. It must stay on the agenda."


@transaction.atomic
def write_item(*, meeting, by, title, item=None, number=None, plain="", standard="", picture=None):
    """Put a thing on the agenda of a meeting, or write one anew.

    `meeting`: Meeting; `by`: User; `item`: the AgendaItem to write anew, or None; `number`: its place (int; last when
    left out); `title`, `plain`: Easy Read; `standard`: str; `picture`: Picture or None. Returns the AgendaItem.
    """
    check_may_prepare(by, meeting.body)
    if not title.strip():
        raise ValidationError({"title": NEEDS_TITLE})
    item = item or AgendaItem(meeting=meeting)
    item.number = number or item.number or meeting.agenda.count() + 1
    item.title, item.plain, item.standard, item.picture = title.strip(), plain.strip(), standard.strip(), picture
    item.save()
    log(instance=meeting, action="bodies.agenda_written", user=by)
    return item


@transaction.atomic
def remove_item(*, item, by):
    """Take a thing off the agenda, unless people asked about it. `item`: AgendaItem; `by`: User."""
    check_may_prepare(by, item.meeting.body)
    if item.questions.exists():
        raise ValidationError(WAS_ASKED)
    item.delete()
    log(instance=item.meeting, action="bodies.agenda_written", user=by)
