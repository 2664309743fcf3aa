"""The standard version of any Easy Read page."""

from django.http import Http404
from django.views.decorators.http import require_safe

from easyread.models import EasyReadPage

from ..paths import routed_page, serve


@require_safe
def standard(request, path):
    """The page at `path` (str) in standard words. 404 when that page has no such version."""
    page = routed_page(request, path)
    if not isinstance(page, EasyReadPage):
        raise Http404("This page has no standard version.")
    return serve(request, page, lambda page, request, args, kwargs: page.serve_standard(request))
