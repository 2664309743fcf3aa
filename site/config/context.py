"""What every template may know. Nothing here depends on who is asking, so pages can be cached whole."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from easyread.kept import kept
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
    """The WhoToAsk of the site that `request` asked for; an empty one before there is a site.

    The host is taken as it was sent: the page that refuses one that is not ours shows whom to ask too.
    """

    def find():
        others = Site.objects.exclude(pk=OuterRef("site"))
        only = WhoToAsk.objects.filter(~Exists(others), site__is_default_site=True).first()  # in one query (F2)
        site = None if only else Site.find_for_request(request)
        return only or (WhoToAsk.for_site(site) if site else WhoToAsk())

    return kept(request, ("who to ask", request.META.get("HTTP_HOST"), request.get_port()), find)
