"""Addresses of the numbers, for workers and the Programme Management Unit."""

from django.urls import path

from . import pages

urlpatterns = [
    path("", pages.rounds, name="numbers"),
    path("<int:pk>/", pages.numbers, name="numbers_round"),
]
