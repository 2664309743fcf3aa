"""Finding the page that one of our own addresses stands below, as Wagtail would (SEAMS.md)."""

from django.http import Http404, HttpResponse
from wagtail import hooks
from wagtail.models import Page, Site


def page_at(request, path, pages):
    """The live page of the queryset `pages` at `path` (str, without the last part). Raises Http404 without one."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("There is no site at this address.")
    page = pages.live().filter(url_path=f"{site.root_page.url_path}{path.strip('/')}/").first()
    if page is None:
        raise Http404("There is no page at this address.")
    page.address = f"/{path.strip('/')}/"
    return page


def round_at(request, path):
    """The live round at `path` (str) with its plan, its picture and what was heard, in one query. Raises Http404."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("There is no site at this address.")
    address = f"{site.root_page.url_path}{path.strip('/')}/"
    above = address[: address.rstrip("/").rindex("/") + 1]
    keys = ("roundpage__picture", "roundpage__what_we_heard", "proposalpage")
    found = {page.url_path: page for page in Page.objects.filter(url_path__in=[address, above]).select_related(*keys)}
    page = getattr(found.get(address), "roundpage", None)
    if page is None or not page.live:
        raise Http404("There is no round at this address.")
    page.address = f"/{path.strip('/')}/"
    page.proposal = getattr(found.get(above), "proposalpage", None)
    if page.proposal:
        page.proposal.address = page.address[: page.address.rstrip("/").rindex("/") + 1]
    return page


def routed_page(request, path):
    """The page that Wagtail serves at `path` (str), as its own kind. Raises Http404 without one."""
    page = Page.find_for_request(request, path)
    if page is None:
        raise Http404("There is no page at this address.")
    return page


def serve(request, page, answer):
    """The response of `answer(page, request, args, kwargs)`, unless the page is private to this request."""
    for check in hooks.get_hooks("before_serve_page"):
        response = check(page, request, [], {})
        if isinstance(response, HttpResponse):
            return response
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        answer = wrap(answer)
    return answer(page, request, [], {})
