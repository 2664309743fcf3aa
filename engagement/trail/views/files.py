"""The files of people: their own by the card's long link, and for everybody those that may be shown today."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from easyread.media import serve
from engagement.voices import flows
from engagement.voices.attaching_page import file_of
from engagement.voices.models import Attachment

from ..files import public_files
from .my_voice import done, shared, with_own_card


@never_cache
@require_safe
def public_file(request, public_id):
    """A picture or a sound that everybody may see. What is not looked at, not agreed or taken back is a 404."""
    row = get_object_or_404(public_files(), public_id=public_id)
    return serve(request, name=row.file, content_type=row.content_type, filename=row.filename)


def files_of(mine):
    """What the person of a card gave, with the answers that stand. A queryset of Attachment."""
    return Attachment.objects.filter(answer__voice=mine.voice, answer__is_current=True)


@with_own_card
def my_file(request, mine, public_id):
    """One of one's own, by the long link."""
    return file_of(request, files_of(mine), public_id)


@with_own_card
def delete_file(request, mine, public_id):
    """Ask first, then take one's own picture or sound away, at any time."""
    row = get_object_or_404(files_of(mine).select_related("answer__voice"), public_id=public_id)
    if request.method == "POST":
        flows.remove_attachment(attachment=row)
        return done(mine)
    return render(request, "trail/my_voice_delete_file.html", shared(mine) | {"row": row})
