"""Addresses of the support workspace, for workers of organisations alone."""

from django.urls import path

from . import card, entry, question, sending, start, steps

urlpatterns = [
    path("", start.start, name="support"),
    path("new/<int:pk>/", start.before, name="support_before"),
    path("<uuid:public_id>/", entry.one, name="support_one"),
    path("<uuid:public_id>/clear/", entry.clear, name="support_clear"),
    path("<uuid:public_id>/no-longer/", entry.withdraw, name="support_withdraw"),
    path("<uuid:public_id>/change/<uuid:asked>/", entry.change, name="support_change"),
    path("<uuid:public_id>/card/", card.card, name="support_card"),
    path("<uuid:public_id>/new-card/", card.new_card, name="support_new_card"),
    path("<uuid:public_id>/check/", sending.check, name="support_check"),
    path("<uuid:public_id>/<int:number>/", question.question, name="support_question"),
    path("<uuid:public_id>/<slug:name>/", steps.step, name="support_step"),
]
