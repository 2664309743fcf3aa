"""Addresses of this room."""

from django.urls import path

from . import views

urlpatterns = [path("pictures/", views.pictures, name="pictures")]
