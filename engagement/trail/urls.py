"""Addresses of the trail. They stand before Wagtail's catch-all (SEAMS.md)."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView

from . import views
from .api import api
from .api.counted import counted_file
from .api.record import record_file
from .views import files, ideas, papers
from .views import my_voice as mine
from .views.cards import lost_card, print_card
from .views.felt import felt
from .views.told import tell_us, told

urlpatterns = [
    path("api/record.jsonl", record_file, name="record_file"),
    path("api/rounds/<uuid:id>/counted.jsonl", counted_file, name="counted_file"),
    path("api/", RedirectView.as_view(url="/open-data/")),
    path("api/", api.urls),
    re_path(
        r"^api/(?P<list>bodies|proposals|decisions|debts|record)/$",
        RedirectView.as_view(url="/api/%(list)s", query_string=True),
    ),
    path("tell-us/", tell_us, name="tell_us"),
    path("tell-us/told/<uuid:theme>/", told, name="told"),
    path("what-happened/", views.outcomes, name="outcomes"),
    path("what-happened/<slug:slug>/", views.outcome, name="outcome"),
    path("what-happened/<slug:slug>/easy-read.pdf", papers.outcome_pdf, name="outcome_pdf"),
    path("who-decides/", views.register, name="register"),
    path("who-decides/map/", views.body_map, name="body_map"),
    path("who-decides/<slug:slug>/", views.body, name="body"),
    path("", include("engagement.trail.meeting_urls")),
    path("support/news/", include("engagement.trail.news.urls")),
    path("my-voice/", mine.my_voice, name="my_voice"),
    path("my-voice/lost/", lost_card, name="my_voice_lost_card"),
    path("my-voice/<str:token>/", mine.card, name="my_voice_card"),
    path("my-voice/<str:token>/card/", print_card, name="my_voice_print"),
    path("my-voice/<str:token>/change/<uuid:question>/", mine.change, name="my_voice_change"),
    path("my-voice/<str:token>/file/<uuid:public_id>/", files.my_file, name="my_voice_file"),
    path("my-voice/<str:token>/file/<uuid:public_id>/delete/", files.delete_file, name="my_voice_delete_file"),
    path("said/<uuid:public_id>/", files.public_file, name="public_file"),
    path("my-voice/<str:token>/felt/", felt, name="my_voice_felt"),
    path("my-voice/<str:token>/take-back/", mine.take_back, name="my_voice_take_back"),
    path("<path:path>/workshops/", views.workshops, name="workshops"),
    path("<path:path>/draft-<int:number>/standard/", views.draft_standard, name="draft_standard"),
    path("<path:path>/standard/", views.standard, name="standard"),
    path("<path:path>/results/", views.results, name="results"),
    path("<path:path>/ideas/", ideas.ideas, name="ideas"),
    path("<path:path>/ideas/<int:turn>/", ideas.ideas, name="ideas_turned"),
    path("<path:path>/ideas/<int:turn>/<int:number>/", ideas.ideas, name="ideas_page"),
    path("<path:path>/ideas/idea-<int:number>/", ideas.idea, name="idea"),
    path("<path:path>/draft-<int:number>/easy-read.pdf", papers.draft_pdf, name="draft_pdf"),
    path("<path:path>/easy-read.pdf", papers.round_pdf, name="round_pdf"),
    path("<path:path>/paper-form.pdf", papers.form_pdf, name="form_pdf"),
    path("<path:path>/draft-<int:number>/", views.draft, name="draft"),
]
