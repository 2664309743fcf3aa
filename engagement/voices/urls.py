"""Addresses of answering, and of the workers who support people. They stand before Wagtail's catch-all (SEAMS.md)."""

from django.urls import include, path, register_converter

from . import views
from .converters import FormCode, RoundAddress

register_converter(RoundAddress, "round")
register_converter(FormCode, "form_code")

urlpatterns = [
    path("support/numbers/", include("engagement.voices.numbers.urls")),
    path("support/import/", include("engagement.voices.imports.urls")),
    path("support/", include("engagement.voices.support.urls")),
    path("come-back/<str:token>/", views.come_back, name="come_back"),
    path("<round:address>/answer/", views.start, name="answer"),
    path("<round:address>/answer/<int:number>/", views.question, name="answer_question"),
    path("<round:address>/answer/<int:number>/<slug:kind>/", views.attach, name="answer_attach"),
    path("<round:address>/answer/file/<uuid:public_id>/", views.file, name="answer_file"),
    path("<round:address>/answer/practice/", views.practice, name="answer_practice"),
    path("<round:address>/answer/all/", views.all_questions, name="answer_all"),
    path("<round:address>/answer/ask/", views.ask, name="answer_ask"),
    path("<round:address>/answer/stop/", views.stop, name="answer_stop"),
    path("<round:address>/answer/easy/", views.easy, name="answer_easy"),
    path("<round:address>/answer/about/", views.about, name="answer_about"),
    path("<round:address>/answer/give-back/", views.give_back, name="answer_give_back"),
    path("<round:address>/answer/check/", views.check, name="answer_check"),
    path("<round:address>/answer/done/", views.done, name="answer_done"),
    path("<round:address>/answer/send-card/", views.send_card, name="answer_send_card"),
    path("<round:address>/answer/card/", views.found, name="answer_card"),
]
