"""Tell us something: its page, and one page for each theme that people told us."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.views import serve as serve_page

from engagement.proposals.gates import TELL_US

from ..paths import round_at, serve
from ..told import steps_of, told_theme


@require_safe
def tell_us(request):
    """The page *Tell us something*. Before it is public, a kind page says whom people can tell."""
    try:
        return serve_page(request, f"{TELL_US}/")
    except Http404:
        return render(request, "trail/tell_us_soon.html", {"back": [{"href": "/", "text": "the home page"}]})


@require_safe
def told(request, theme):
    """One theme that people told us. `theme`: its public id (UUID). 404 while it is not published."""
    page = round_at(request, TELL_US)
    return serve(request, page, lambda page, request, args, kwargs: show(page, request, theme))


def show(page, request, public_id):
    """The page of one theme, as a response."""
    theme = told_theme(page, public_id)
    if theme is None:
        raise Http404("There is no such theme.")
    back = [{"href": f"{page.address}results/", "text": "what people told us"}]
    return render(request, "trail/told.html", {"page": page, "theme": theme, "steps": steps_of(theme), "back": back})
