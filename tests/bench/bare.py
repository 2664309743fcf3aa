"""The measure of F1: Django with one view, no middleware and no database, which answers as many bytes as the page."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

CONTENT = b"x" * int(os.environ.get("BARE_BYTES", "2000"))


def view(request):
    """The same bytes for everybody."""
    return HttpResponse(CONTENT)


urlpatterns = [path("", view)]
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="bare", MIDDLEWARE=[], DEBUG=False)  # noqa: S106
application = get_wsgi_application()
