"""Addresses for looking at all components: the site's own, and the pattern page that only DEBUG has otherwise."""

from django.urls import include, path

from config.urls import urlpatterns as site_urls

urlpatterns = [path("components/", include("config.pattern_urls")), *site_urls]
