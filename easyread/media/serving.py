"""Giving a private file to somebody who may see it. Who that is, the view that calls this has asked."""

import re

from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import add_never_cache_headers

from .private import storage

PART = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
# Should a browser take it for a page all the same, that page may do nothing.
MOST_PART = 4 * 1024 * 1024  # bytes in one answer, so that a film never stands in the memory whole; a player asks on
ALONE = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'; sandbox"


def serve(request, *, name, content_type, filename):
    """The file kept as `name` (str), whole or the part that a player asks for. Returns HttpResponse.

    `content_type`: str; `filename`: what it is called when somebody saves it. Never kept by a cache, never taken for
    another kind, found by no search engine. Raises Http404 when the file is gone.
    """
    try:
        file = storage().open(name)
    except FileNotFoundError:
        raise Http404("This file is gone.") from None
    response = part_of(request, file, content_type) or FileResponse(file, content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = ALONE
    add_never_cache_headers(response)
    return response


def part_of(request, file, content_type):
    """The part of `file` that a player asks for by Range, which some will not play without. HttpResponse or None."""
    asked = PART.fullmatch(request.headers.get("Range", ""))
    if not asked or not any(asked.groups()):
        return None
    first, last = bounds(*asked.groups(), file.size)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    last = min(last, first + MOST_PART - 1)
    with file:
        file.seek(first)
        content = file.read(last - first + 1)
    headers = {"Content-Range": f"bytes {first}-{last}/{file.size}"}
    return HttpResponse(content, status=206, content_type=content_type, headers=headers)


def bounds(first, last, size):
    """The first and last byte (int) of what a Range asks for. `first`, `last`: digits or ""; `size`: int."""
    if not first:  # the last so many
        return max(size - int(last), 0), size - 1
    return int(first), min(int(last) if last else size - 1, size - 1)
