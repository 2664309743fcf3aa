"""One draft of a plan, beside the draft before it."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread.blocks import lines
from easyread.reading import with_pictures
from engagement.proposals.models import ProposalPage

from ..drafts import (
    about_draft,
    changes_in,
    draft_title,
    how_much,
    in_standard_words,
    names_of_writers,
    side_by_side,
)
from ..paths import page_at, serve
from ..story import Story
from ..touching import what_to_touch


@require_safe
def draft(request, path, number):
    """Draft `number` (int) of the plan at `path` (str). 404 while it is not out."""
    page = page_at(request, path, ProposalPage.objects.all())
    return serve(request, page, lambda page, request, args, kwargs: show(request, page, number))


@require_safe
def draft_standard(request, path, number):
    """The same in standard words. 404 while it is not out, or has none."""
    page = page_at(request, path, ProposalPage.objects.all())
    return serve(request, page, lambda page, request, args, kwargs: show_standard(request, page, number))


def show(request, page, number):
    """The page of one draft, as a response."""
    story = Story(page)
    drafts, found, earlier = drafts_of(page, number, story)
    touched = what_to_touch(found, story)
    context = {
        **shared(page, found, earlier),
        "touched": touched,
        "can_say": any(one.href for group in touched for one in group.sentences),
        "easy_read": [] if touched else with_pictures(found.easy_read),
        "when": about_draft(found),
        "groups": [{"text": body.plain_name, "href": body.address} for body in found.groups.all()],
        "unknown": lines(found.unknown),
        "approval": lines(found.approval),
        "writers": names_of_writers(found),
        "others": [
            {"text": draft_title(other), "href": f"{page.address}draft-{other.number}/"}
            for other in drafts
            if other is not found
        ],
        "print_href": f"{page.address}draft-{number}/easy-read.pdf",
        "back": [{"href": page.address, "text": page.title}],
    }
    return render(request, "trail/draft.html", context | what_changed(found, earlier, page))


def shared(page, found, earlier):
    """What both pages of a draft print. Returns a dict."""
    address = f"{page.address}draft-{found.number}/"
    return {
        "plan": page,
        "draft": found,
        "earlier": earlier,
        "title": draft_title(found),
        "easy_href": address,
        "standard_href": f"{address}standard/" if found.standard else "",
    }


def show_standard(request, page, number):
    """The page of one draft in standard words, as a response."""
    _, found, earlier = drafts_of(page, number)
    if not found.standard:
        raise Http404("There are no standard words of this draft.")
    both = earlier and found.standard and earlier.standard
    context = {
        **shared(page, found, earlier),
        "rows": in_standard_words(found, earlier) if both else [],
        "with_standard": [change for change in found.changes.all() if change.standard],
        "back": [{"href": page.address, "text": page.title}],
    }
    return render(request, "trail/draft_standard.html", context)


def drafts_of(page, number, story=None):
    """The drafts of a plan (ProposalPage) that are out, draft `number` (int), and the one before it or None.

    `story`: the plan's Story when the page has one. Raises Http404 where there is no such draft.
    """
    drafts = (story or Story(page)).drafts
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
        "others_taken": [change for change in changes if change.taken and change.pk not in placed],
        "not_taken": [change for change in changes if not change.taken],
    }
