"""Addresses for those who sign in."""

from django.urls import path

from . import first_admin_views, views

urlpatterns = [
    path("where-to/", views.where_to, name="where_to"),
    path("first/", first_admin_views.first_admin, name="first_admin"),
    path("first/<str:token>/", first_admin_views.open_first_admin_link, name="first_admin_link"),
]
