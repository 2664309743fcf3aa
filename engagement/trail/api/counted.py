"""The counted lines of a closed round, for anyone who wants to count again (V2)."""

from django.http import Http404, StreamingHttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from engagement.proposals.models import RoundPage

from ..counted import counted_lines


@never_cache  # long files are not kept in memory
@require_safe
def counted_file(request, id):
    """The file that `script/recount` counts. `id`: the round's public id (UUID). 404 where there are no totals."""
    page = RoundPage.objects.live().public().defer("easy_read", "standard", "questions").filter(public_id=id).first()
    lines = counted_lines(page) if page and page.stage == "closed" else None
    if lines is None:
        raise Http404("There are no totals of this round.")
    response = StreamingHttpResponse(lines, content_type="application/jsonl")
    response["Content-Disposition"] = f'attachment; filename="counted-{id}.jsonl"'
    return response
