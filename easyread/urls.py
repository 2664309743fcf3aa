"""Addresses of this room."""

from django.urls import path

from . import views
from .filming import views as filming
from .listening import views as listening

app_name = "easyread"
urlpatterns = [
    path("pictures/", views.pictures, name="pictures"),
    path("films/<uuid:public_id>.mp4", filming.film, name="film"),
    path("films/<uuid:public_id>.vtt", filming.captions, name="film_captions"),
    path("listen/recordings.json", listening.recordings, name="recordings"),
    path("listen/<uuid:public_id>.mp3", listening.recording, name="recording"),
]
