"""The addresses of the screens about answered questions under /admin/."""

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from . import views


class QuestionsViewSet(ViewSet):
    """/admin/question-words/: new words for answered questions, reached from the round's editor."""

    name = "question_words"
    url_prefix = "question-words"

    def get_urlpatterns(self):
        return [
            path("", views.Waiting.as_view(), name="list"),
            path("<int:pk>/ask/", views.Ask.as_view(), name="ask"),
            path("<int:pk>/take-back/", views.TakeBack.as_view(), name="take_back"),
            path("<int:pk>/", views.Settle.as_view(), name="settle"),
        ]
