"""Addresses of saying something about a draft. They stand before Wagtail's catch-all (SEAMS.md)."""

from django.urls import path

import engagement.voices.urls  # noqa: F401  it registers how a round's address is written

from .views.saying import said, say, say_here

urlpatterns = [
    path("<path:path>/draft-<int:number>/say/<slug:place>/", say, name="draft_say"),
    path("<round:address>/answer/say/<int:number>/<slug:place>/", say_here, name="answer_say"),
    path("<round:address>/answer/said/<int:number>/<slug:place>/", said, name="answer_said"),
]
