"""Addresses of the trail. They stand before Wagtail's catch-all (SEAMS.md)."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView

from . import views
from .api import api
from .api.counted import counted_file
from .api.record import record_file
from .views import my_voice as mine
from .views import papers
from .views.cards import lost_card, print_card

urlpatterns = [
    path("api/record.jsonl", record_file, name="record_file"),
    path("api/rounds/<uuid:id>/counted.jsonl", counted_file, name="counted_file"),
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
    path("", include("engagement.trail.meeting_urls")),
    path("my-voice/", mine.my_voice, name="my_voice"),
    path("my-voice/lost/", lost_card, name="my_voice_lost_card"),
    path("my-voice/<str:token>/", mine.card, name="my_voice_card"),
    path("my-voice/<str:token>/card/", print_card, name="my_voice_print"),
    path("my-voice/<str:token>/change/<uuid:question>/", mine.change, name="my_voice_change"),
    path("my-voice/<str:token>/take-back/", mine.take_back, name="my_voice_take_back"),
    path("<path:path>/standard/", views.standard, name="standard"),
    path("<path:path>/results/", views.results, name="results"),
    path("<path:path>/draft-<int:number>/easy-read.pdf", papers.draft_pdf, name="draft_pdf"),
    path("<path:path>/easy-read.pdf", papers.round_pdf, name="round_pdf"),
    path("<path:path>/draft-<int:number>/", views.draft, name="draft"),
]
