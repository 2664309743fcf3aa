"""Addresses of the support workspace, for workers of organisations alone."""

from django.urls import include, path

from . import attaching, calls, card, entry, handing, question, sending, start, steps, team, worried

urlpatterns = [
    path("", start.start, name="support"),
    path("group/", include("engagement.voices.groups.urls")),
    path("paper/", include("engagement.voices.paper.urls")),
    path("calls/", calls.calls, name="support_calls"),
    path("calls/<int:pk>/done/", calls.done, name="support_call_done"),
    path("new/<int:pk>/", start.before, name="support_before"),
    path("<uuid:public_id>/", entry.one, name="support_one"),
    path("team/", team.team, name="support_team"),
    path("team/sent/", team.entries, name="support_team_entries"),
    path("team/sent/<uuid:public_id>/", team.entry, name="support_team_entry"),
    path("team/table/", team.export, name="support_team_export"),
    path("team/invite/<int:pk>/stop/", team.stop, name="support_team_stop"),
    path("team/worker/<int:pk>/leave/", team.leave, name="support_team_leave"),
    path("invite/<str:token>/", team.take, name="support_invite"),
    path("worried/<uuid:public_id>/", worried.worried, name="support_worried"),
    path("<uuid:public_id>/hand-over/", handing.hand_over, name="support_hand_over"),
    path("<uuid:public_id>/clear/", entry.clear, name="support_clear"),
    path("<uuid:public_id>/no-longer/", entry.withdraw, name="support_withdraw"),
    path("<uuid:public_id>/change/<uuid:asked>/", entry.change, name="support_change"),
    path("<uuid:public_id>/card/", card.card, name="support_card"),
    path("<uuid:public_id>/new-card/", card.new_card, name="support_new_card"),
    path("<uuid:public_id>/check/", sending.check, name="support_check"),
    path("<uuid:public_id>/<int:number>/", question.question, name="support_question"),
    path("<uuid:public_id>/<int:number>/<slug:kind>/", attaching.attach, name="support_attach"),
    path("<uuid:public_id>/file/<uuid:file>/", attaching.file, name="support_file"),
    path("<uuid:public_id>/<slug:name>/", steps.step, name="support_step"),
]
