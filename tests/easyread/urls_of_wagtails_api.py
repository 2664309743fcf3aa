"""The addresses of the site with Wagtail's own API for writing, which this site does not have, but another one may."""

from django.urls import path
from wagtail.api.v3.urls import api

from config.urls import urlpatterns as ours

urlpatterns = [path("api/v3/", api.urls), *ours]
