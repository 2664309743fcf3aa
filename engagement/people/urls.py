"""Addresses for those who sign in."""

from django.urls import path

from . import views

urlpatterns = [path("where-to/", views.where_to, name="where_to")]
