"""Every address of the site. Our own stand before Wagtail's catch-all (SEAMS.md)."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from . import views

handler500 = "config.not_saved.server_error"

urlpatterns = [
    path("health/", views.health, name="health"),
    # Nobody has a password, so Wagtail's own sign-in is never shown.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("engagement.people.urls")),
    # allauth's pages for passwords: nobody has one, and nobody may get one.
    re_path(r"^accounts/(?:password/|reauthenticate/$)", RedirectView.as_view(pattern_name="account_login")),
    path("accounts/", include("allauth.urls")),
]
if settings.MEDIA_URL.startswith("/"):  # with S3 storage, pictures come from there
    urlpatterns.append(re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}))
if settings.DEBUG:  # all parts of the design on one page (docs/front-end.md)
    urlpatterns.append(path("components/", include("config.pattern_urls")))
urlpatterns += [
    path("", include("home.urls")),
    path("", include("easyread.urls")),
    path("", include("engagement.trail.urls")),
    path("", include("engagement.shaping.urls")),
    path("", include("engagement.voices.urls")),
    path("", include(wagtail_urls)),
]
