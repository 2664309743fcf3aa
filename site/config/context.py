"""What every template may know. Nothing here depends on who is asking, so pages can be cached whole."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from home.models import WhoToAsk


def site(request):
    """The site's name and the address of the page, as template variables.

    Returns a dict with `site_name` (str), `page_path` (str, the path only: never the query, never the person)
    and `who_to_ask` (WhoToAsk, asked for when a page first names it).
    """
    return {
        "site_name": settings.SITE_NAME,
        "page_path": request.path,
        "who_to_ask": SimpleLazyObject(lambda: who_to_ask(request)),
    }


def who_to_ask(request):
    """The WhoToAsk of the site that `request` asked for; an empty one before there is a site."""
    site = Site.find_for_request(request)
    return WhoToAsk.for_site(site) if site else WhoToAsk()
