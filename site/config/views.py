"""Answers of the site as a whole: a form that was too old, and health."""

from django.db import connection
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


def form_was_stale(request, reason=""):
    """What a person sees when a form cannot be trusted: go back and press again; going back loses nothing typed.

    A browser that keeps no cookie would come here for ever, so it is told that, and of ways that need none.
    """
    return render(request, "403_csrf.html", {"no_cookies": not request.COOKIES}, status=403)


@never_cache
def health(request):
    """Whether the site can reach its database, for machines that watch it. Answers 200 {"status": "ok"}."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
