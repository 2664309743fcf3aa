"""One draft of a plan, beside the draft before it."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread.blocks import lines
from easyread.reading import with_pictures
from engagement.proposals.models import ProposalPage

from ..drafts import about_draft, changes_in, draft_title, how_much, in_standard_words, side_by_side
from ..paths import page_at, serve
from ..story import Story


@require_safe
def draft(request, path, number):
    """Draft `number` (int) of the plan at `path` (str). 404 while it is not out."""
    page = page_at(request, path, ProposalPage.objects.all())
    return serve(request, page, lambda page, request, args, kwargs: show(request, page, number))


def show(request, page, number):
    """The page of one draft, as a response."""
    drafts, found, earlier = drafts_of(page, number)
    context = {
        "plan": page,
        "draft": found,
        "earlier": earlier,
        "title": draft_title(found),
        "easy_read": with_pictures(found.easy_read),
        "when": about_draft(found),
        "groups": [{"text": body.plain_name, "href": body.address} for body in found.groups.all()],
        "unknown": lines(found.unknown),
        "others": [
            {"text": draft_title(other), "href": f"{page.address}draft-{other.number}/"}
            for other in drafts
            if other is not found
        ],
        "print_href": f"{page.address}draft-{number}/easy-read.pdf",
        "back": [{"href": page.address, "text": page.title}],
    }
    return render(request, "trail/draft.html", context | what_changed(found, earlier, page))


def drafts_of(page, number):
    """The drafts of a plan (ProposalPage) that are out, draft `number` (int), and the one before it or None.

    Raises Http404 where there is no such draft.
    """
    drafts = Story(page).drafts
    found = next((draft for draft in drafts if draft.number == number), None)
    if found is None:
        raise Http404("There is no such draft.")
    place = drafts.index(found)
    return drafts, found, drafts[place - 1] if place else None


def what_changed(found, earlier, page):
    """What the page of a draft shows of its changes, as a dict. `earlier`: the draft before it, or None."""
    changes = changes_in(found, page)
    rows = side_by_side(found, earlier, changes) if earlier else []
    placed = {change.pk for row in rows for change in row.changes}
    return {
        "rows": rows,
        "how_much": how_much(rows),
        "standard_rows": in_standard_words(found, earlier) if earlier and found.standard and earlier.standard else [],
        "others_taken": [change for change in changes if change.taken and change.pk not in placed],
        "not_taken": [change for change in changes if not change.taken],
        "with_standard": [change for change in changes if change.standard],
    }
