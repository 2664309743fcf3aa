"""Addresses of group sessions, below /support/group/."""

from django.urls import path

from . import entry, screen, sending, start, words

urlpatterns = [
    path("", start.start, name="group"),
    path("new/<int:pk>/", start.before, name="group_before"),
    path("<uuid:public_id>/", entry.one, name="group_one"),
    path("<uuid:public_id>/about/", entry.details, name="group_details"),
    path("<uuid:public_id>/clear/", entry.clear, name="group_clear"),
    path("<uuid:public_id>/check/", sending.check, name="group_check"),
    path("<uuid:public_id>/card/", sending.card, name="group_card"),
    path("<uuid:public_id>/new-card/", sending.new_card, name="group_new_card"),
    path("<uuid:public_id>/<int:number>/", screen.question, name="group_question"),
    path("<uuid:public_id>/<int:number>/words/", words.words, name="group_words"),
]
