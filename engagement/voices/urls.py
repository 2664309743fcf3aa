"""Addresses of answering. They stand before Wagtail's catch-all (SEAMS.md)."""

from django.urls import path, register_converter

from . import views
from .converters import RoundAddress

register_converter(RoundAddress, "round")

urlpatterns = [
    path("<round:address>/answer/", views.start, name="answer"),
    path("<round:address>/answer/<int:number>/", views.question, name="answer_question"),
    path("<round:address>/answer/about/", views.about, name="answer_about"),
    path("<round:address>/answer/check/", views.check, name="answer_check"),
    path("<round:address>/answer/done/", views.done, name="answer_done"),
]
