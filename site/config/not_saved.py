"""When the disk is full or the database cannot be reached: nothing is lost, and people are told kindly (R3)."""

import errno
import sys

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.defaults import server_error as stock_server_error

A_MINUTE = 60
MOST_FIELDS = 200  # of one form that is shown again
LONG = 30  # characters: what is longer can be read, and copied, on the page
STAFF = ("/admin/", "/accounts/")  # their forms are long, or hold codes; going back shows what was typed
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)


def server_error(request):
    """The page for whatever went wrong: Django calls it while the error is at hand (`handler500`)."""
    return not_saved(request) if is_no_room(sys.exc_info()[1]) else stock_server_error(request)


def is_no_room(error):
    """Whether an `error` (Exception) is one of a full disk or of a database that cannot be reached. Returns bool."""
    return isinstance(error, OperationalError) or (isinstance(error, OSError) and error.errno in NO_ROOM)


def not_saved(request):
    """The plain page that says that nothing was saved, with all that was typed, to press again. 503."""
    context = {"method": request.method, "path": request.get_full_path(), "fields": typed(request)}
    response = render(None, "503.html", context, status=503)  # no request: what it asks the database for may fail too
    response["Retry-After"] = str(A_MINUTE)
    add_never_cache_headers(response)
    return response


def typed(request):
    """What was typed and chosen in a form, as a list of {"name", "value", "is_long"}, to be sent once more.

    Empty for pages of staff, for files, and for a form that cannot be read.
    """
    try:
        if request.method != "POST" or request.path.startswith(STAFF) or request.FILES:
            return []
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    except (OSError, RequestDataTooBig, MultiPartParserError):
        return []
    if len(pairs) > MOST_FIELDS:
        return []
    shown = [{"name": name, "value": value, "is_long": is_long(name, value)} for name, value in pairs]
    return sorted(shown, key=lambda field: not field["is_long"])


def is_long(name, value):
    """Whether a `value` (str) is words that a person typed, to be read on the page. Returns bool."""
    return name != "csrfmiddlewaretoken" and (len(value) > LONG or "\n" in value or " " in value.strip())
