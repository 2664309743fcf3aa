"""The addresses of the screens for meetings under /admin/, and their place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .permissions import prepares_any
from .views import agenda, meetings, places, questions


class RoomMenuItem(MenuItem):
    """In the menu of those who prepare meetings."""

    def is_shown(self, request):
        return prepares_any(request.user)


class RoomViewSet(ViewSet):
    """/admin/room/: meetings, agendas, papers, places, and what people ask."""

    name = "room"
    icon = "calendar"
    menu_label = "Being in the room"
    menu_name = "being-in-the-room"
    menu_item_class = RoomMenuItem
    menu_order = 145
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", meetings.Meetings.as_view(), name="list"),
            path("new/", meetings.PlanMeeting.as_view(), name="new"),
            path("<int:pk>/", meetings.OneMeeting.as_view(), name="one"),
            path("<int:pk>/facts/", meetings.ChangeFacts.as_view(), name="facts"),
            path("<int:pk>/announce/", meetings.Announce.as_view(), name="announce"),
            path("<int:pk>/call-off/", meetings.CallOff.as_view(), name="call_off"),
            path("<int:pk>/item/", agenda.WriteItem.as_view(), name="add_item"),
            path("<int:pk>/item/<int:item>/", agenda.WriteItem.as_view(), name="item"),
            path("<int:pk>/item/<int:item>/remove/", agenda.RemoveItem.as_view(), name="remove_item"),
            path("<int:pk>/paper/", agenda.WritePaper.as_view(), name="add_paper"),
            path("<int:pk>/paper/<int:paper>/", agenda.WritePaper.as_view(), name="paper"),
            path("<int:pk>/paper/<int:paper>/send/", agenda.SendPaper.as_view(), name="send_paper"),
            path("<int:pk>/paper/<int:paper>/remove/", agenda.RemovePaper.as_view(), name="remove_paper"),
            path("places/", places.Places.as_view(), name="places"),
            path("places/new/", places.GivePlace.as_view(), name="give_place"),
            path("places/<int:pk>/", places.EndPlace.as_view(), name="end_place"),
            path("asked/", questions.Questions.as_view(), name="questions"),
            path("asked/<int:pk>/sound/", questions.QuestionSound.as_view(), name="sound"),
            path("asked/<int:pk>/", questions.ReadQuestion.as_view(), name="read"),
            path("asked/<int:pk>/answer/", questions.AnswerQuestion.as_view(), name="answer"),
        ]
