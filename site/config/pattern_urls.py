"""The pattern page, wired in only while DEBUG is on."""

from django.urls import path

from .pattern_views import patterns

urlpatterns = [path("", patterns, name="patterns")]
