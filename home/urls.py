"""Addresses of this room."""

from django.urls import include, path

urlpatterns = [path("", include("home.look.urls"))]
