"""Addresses of "Make it work for me"."""

from django.urls import path

from . import views

urlpatterns = [
    path("look/", views.look, name="look"),
    path("look.css", views.look_css, name="look_css"),
]
