"""Addresses of news to take back, for workers of organisations alone."""

from django.urls import path

from . import pages, prints

urlpatterns = [
    path("", pages.news_list, name="news"),
    path("letters.pdf", prints.letters, name="news_letters"),
    path("poster/<slug:slug>.pdf", prints.poster, name="news_poster"),
    path("<uuid:public_id>/", pages.one, name="news_one"),
    path("<uuid:public_id>/letter.pdf", prints.letter, name="news_letter"),
]
