"""Addresses of spreadsheets, for workers of organisations alone."""

from django.urls import path

from . import one, pages

urlpatterns = [
    path("", pages.imports, name="imports"),
    path("new/<int:pk>/", pages.new, name="import_new"),
    path("<uuid:public_id>/", one.one, name="import_one"),
    path("<uuid:public_id>/columns/", one.columns, name="import_columns"),
    path("<uuid:public_id>/do/", one.do, name="import_do"),
    path("<uuid:public_id>/undo/", one.undo, name="import_undo"),
    path("<uuid:public_id>/clear/", one.clear, name="import_clear"),
]
