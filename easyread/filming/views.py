"""A film of a page and its captions: for everybody while a text that is out shows it, and for staff."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from .. import media
from ..models import Film


def seen_by(user):
    """The films that `user` (User or nobody) may see. A queryset."""
    return Film.objects.ready() if user.has_perm("wagtailadmin.access_admin") else Film.objects.public()


@require_safe
def film(request, public_id):
    """The film itself, whole or the part that a player asks for."""
    row = get_object_or_404(seen_by(request.user), public_id=public_id)
    return media.serve(request, name=row.file, content_type=row.content_type, filename="film.mp4")


@require_safe
def captions(request, public_id):
    """Its captions."""
    row = get_object_or_404(seen_by(request.user), public_id=public_id)
    response = HttpResponse(row.captions, content_type="text/vtt; charset=utf-8")
    response["X-Content-Type-Options"] = "nosniff"
    add_never_cache_headers(response)
    return response
