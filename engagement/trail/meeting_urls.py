"""Addresses of meetings: the public ones, and those of people with a place."""

from django.urls import path, register_converter

from .converters import Day
from .views import meetings, my_meetings

register_converter(Day, "day")

urlpatterns = [
    path("who-decides/<slug:slug>/meetings/", meetings.body_meetings, name="body_meetings"),
    path("who-decides/<slug:slug>/ask/", meetings.ask_body, name="ask_body"),
    path("who-decides/<slug:slug>/<day:day>/", meetings.meeting, name="meeting"),
    path("who-decides/<slug:slug>/<day:day>/ask/", meetings.ask_body, name="ask_at_meeting"),
    path("my-meetings/", my_meetings.my_meetings_page, name="my_meetings"),
    path("my-meetings/place/<uuid:place>/supporter/", my_meetings.my_supporter, name="my_supporter"),
    path(
        "my-meetings/place/<uuid:place>/supporter/<int:supporter>/remove/",
        my_meetings.my_supporter_away,
        name="my_supporter_away",
    ),
    path("my-meetings/place/<uuid:place>/name/", my_meetings.my_name, name="my_name"),
    path("my-meetings/<uuid:meeting>/", my_meetings.my_meeting, name="my_meeting"),
    path("my-meetings/<uuid:meeting>/ask/", my_meetings.my_question, {"kind": "ask"}, name="my_question"),
    path("my-meetings/<uuid:meeting>/stop/", my_meetings.my_question, {"kind": "stop"}, name="my_stop"),
    path(
        "my-meetings/<uuid:meeting>/asked/<uuid:question>/sound/",
        my_meetings.my_question_sound,
        name="my_question_sound",
    ),
    path("my-meetings/<uuid:meeting>/asked/<uuid:question>/take-back/", my_meetings.my_take_back, name="my_take_back"),
]
