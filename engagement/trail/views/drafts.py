"""One draft of a plan."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread.blocks import lines
from easyread.reading import with_pictures
from engagement.proposals.models import ProposalPage

from ..drafts import about_draft, changes_in, draft_title
from ..paths import page_at, serve
from ..story import Story


@require_safe
def draft(request, path, number):
    """Draft `number` (int) of the plan at `path` (str). 404 while it is not out."""
    page = page_at(request, path, ProposalPage.objects.all())
    return serve(request, page, lambda page, request, args, kwargs: show(request, page, number))


def show(request, page, number):
    """The page of one draft, as a response."""
    drafts = {draft.number: draft for draft in Story(page).drafts}
    if number not in drafts:
        raise Http404("There is no such draft.")
    found = drafts[number]
    taken, not_taken = changes_in(found)
    context = {
        "plan": page,
        "draft": found,
        "title": draft_title(found),
        "easy_read": with_pictures(found.easy_read),
        "when": about_draft(found),
        "taken": taken,
        "not_taken": not_taken,
        "groups": [{"text": body.plain_name, "href": body.address} for body in found.groups.all()],
        "unknown": lines(found.unknown),
        "others": [
            {"text": draft_title(other), "href": f"{page.address}draft-{other.number}/"}
            for other in drafts.values()
            if other is not found
        ],
        "back": [{"href": page.address, "text": page.title}],
    }
    return render(request, "trail/draft.html", context)
