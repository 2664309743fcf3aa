"""Reading pages kept whole in memory, before Wagtail's routing (F1, docs/caching.md)."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import has_vary_header

from home.generation import current_generation

PRIVATE = ("/admin/", "/accounts/", "/look", "/my-voice/", "/my-meetings/", "/support/", "/health/", "/media/")
KEPT_HEADERS = ("Content-Type", "Content-Language", "Link", "Referrer-Policy", "X-Frame-Options")


class WholePageCache:
    """Answers a reading page from memory while no public content has changed.

    A page may be kept only when it is the same for everybody: asked for with GET, without a query, answered with 200,
    sets no cookie, does not vary by cookie and is not marked private. The key holds the generation of the content, so
    that two workers never differ, and the day, because open and late depend on it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not may_be_asked_for(request):
            return self.get_response(request)
        key = f"page:{current_generation()}:{timezone.localdate()}:{request.get_host()}:{request.path}"
        kept = cache.get(key)
        if kept:
            content, headers = kept
            return HttpResponse(content, headers=headers | {"Content-Length": str(len(content))})
        response = self.get_response(request)
        if may_be_kept(response):
            headers = {name: response[name] for name in KEPT_HEADERS if name in response}
            cache.set(key, (response.content, headers), settings.PAGE_CACHE_SECONDS)
        return response


def may_be_asked_for(request):
    """Whether a request (HttpRequest) is for a page that everybody gets alike. Returns bool."""
    return (
        settings.PAGE_CACHE_SECONDS
        and request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and not request.path.startswith(PRIVATE)
        and "/answer/" not in request.path
    )


def may_be_kept(response):
    """Whether a response (HttpResponse) holds nothing of the one who asked. Returns bool."""
    control = response.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not has_vary_header(response, "Cookie")
        and "private" not in control
        and "no-store" not in control
    )
