"""Addresses of the trail. They stand before Wagtail's catch-all (SEAMS.md)."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from . import views
from .api import api
from .api.record import record_file
from .views import my_voice as mine
from .views import papers

urlpatterns = [
    path("api/record.jsonl", record_file, name="record_file"),
    path("api/", RedirectView.as_view(url="/open-data/")),
    path("api/", api.urls),
    re_path(
        r"^api/(?P<list>bodies|proposals|decisions|record)/$",
        RedirectView.as_view(url="/api/%(list)s", query_string=True),
    ),
    path("what-happened/", views.outcomes, name="outcomes"),
    path("what-happened/<slug:slug>/", views.outcome, name="outcome"),
    path("what-happened/<slug:slug>/easy-read.pdf", papers.outcome_pdf, name="outcome_pdf"),
    path("who-decides/", views.register, name="register"),
    path("who-decides/map/", views.body_map, name="body_map"),
    path("who-decides/<slug:slug>/", views.body, name="body"),
    path("my-voice/", mine.my_voice, name="my_voice"),
    path("my-voice/<str:token>/", mine.card, name="my_voice_card"),
    path("my-voice/<str:token>/change/<uuid:question>/", mine.change, name="my_voice_change"),
    path("my-voice/<str:token>/take-back/", mine.take_back, name="my_voice_take_back"),
    path("<path:path>/standard/", views.standard, name="standard"),
    path("<path:path>/results/", views.results, name="results"),
    path("<path:path>/easy-read.pdf", papers.round_pdf, name="round_pdf"),
    path("<path:path>/draft-<int:number>/", views.draft, name="draft"),
]
