"""Reading pages kept whole in memory, before anything else is done (F1, docs/caching.md)."""

import functools

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import has_vary_header

from home.generation import current_generation

PRIVATE = ("/admin/", "/accounts/", "/look", "/my-voice/", "/my-meetings/", "/support/", "/health/", "/media/")
PRIVATE += ("/come-back/", "/said/", settings.STATIC_URL)  # files, which WhiteNoise answers without the database


class WholePageCache:
    """Answers a reading page from memory while no public content has changed.

    A page may be kept only when it is the same for everybody: asked for with GET, without a query, answered with 200,
    sets no cookie, does not vary by cookie and is not marked private. The key holds the generation of the content, so
    that two workers never differ, and the day, because open and late depend on it.

    It stands before every other middleware, so what it keeps has all their headers. They also depend on whether the
    page was asked for by https, and a host that is not ours is refused with 400, which is not kept: so the key holds
    both as they were asked for.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.generation, self.keys = None, set()  # what this process keeps

    def __call__(self, request):
        if settings.PAGE_CACHE_SECONDS:
            request.content_stamp = functools.cache(current_generation)  # asked for once, when somebody needs it
        if not may_be_asked_for(request):
            return self.get_response(request)
        asked = f"{request.scheme}://{request.META.get('HTTP_HOST')}{request.path}"
        generation = request.content_stamp()
        self.forget_older(generation)
        key = f"page:{generation}:{timezone.localdate()}:{asked}"
        kept = cache.get(key)
        if kept:
            content, headers = kept
            return HttpResponse(content, headers=headers)
        response = self.get_response(request)
        if may_be_kept(response):
            headers = dict(response.items()) | {"Content-Length": str(len(response.content))}
            cache.set(key, (response.content, headers), settings.PAGE_CACHE_SECONDS)
            self.keys.add(key)
        return response

    def forget_older(self, generation):
        """Let go of the pages that this process kept before `generation` (int).

        Nobody would get them any more, but words that somebody took back would stay in the memory for a while (P2).
        """
        if generation != self.generation:
            cache.delete_many(self.keys)
            self.generation, self.keys = generation, set()


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
