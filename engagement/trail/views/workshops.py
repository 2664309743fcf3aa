"""The workshops of one plan."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from engagement.proposals.models import ProposalPage

from ..paths import page_at, serve
from ..workshops import workshops_of


@require_safe
def workshops(request, path):
    """The workshops of the plan at `path` (str). 404 while there is none."""
    page = page_at(request, path, ProposalPage.objects.all())
    return serve(request, page, lambda page, request, args, kwargs: show(request, page))


def show(request, page):
    """The page of a plan's workshops, as a response."""
    found = workshops_of(page)
    if not found:
        raise Http404("This plan has no workshops.")
    back = [{"href": page.address, "text": page.title}]
    return render(request, "trail/workshops.html", {"plan": page, "workshops": found, "back": back})
