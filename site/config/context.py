"""What every template may know. Nothing here depends on who is asking, so pages can be cached whole."""

from django.conf import settings


def site(request):
    """The site's name and the address of the page, as template variables.

    Returns a dict with `site_name` (str) and `page_path` (str, the path only: never the query, never the person).
    """
    return {"site_name": settings.SITE_NAME, "page_path": request.path}
