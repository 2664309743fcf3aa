"""The addresses of the PMU's screens under /admin/, and their place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .permissions import may_read
from .views import reading, rounds, themes


class ReaderMenuItem(MenuItem):
    """In the menu of those who may read what people said."""

    def is_shown(self, request):
        return may_read(request.user)


class ReadingViewSet(ViewSet):
    """/admin/heard/: reading what people said."""

    name = "reading"
    url_prefix = "heard"
    icon = "view"
    menu_label = "Read what people said"
    menu_name = "read-what-people-said"
    menu_item_class = ReaderMenuItem
    menu_order = 110
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", reading.Queue.as_view(), name="queue"),
            path("<int:pk>/", reading.ReadOne.as_view(), name="read"),
            path("<int:pk>/show/", reading.MayShow.as_view(), name="may_show"),
        ]


class HeardViewSet(ViewSet):
    """/admin/what-we-heard/: themes, quotes and publishing."""

    name = "heard"
    url_prefix = "what-we-heard"
    icon = "openquote"
    menu_label = "What we heard"
    menu_name = "what-we-heard"
    menu_item_class = ReaderMenuItem
    menu_order = 120
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", rounds.Rounds.as_view(), name="rounds"),
            path("<int:pk>/", rounds.OneRound.as_view(), name="round"),
            path("<int:pk>/put/", rounds.PutInTheme.as_view(), name="put"),
            path("<int:pk>/write/", rounds.WriteAccount.as_view(), name="write"),
            path("<int:pk>/publish/", rounds.PublishAccount.as_view(), name="publish"),
            path("<int:pk>/correct/", rounds.CorrectAccount.as_view(), name="correct"),
            path("<int:pk>/take-down/", rounds.TakeDownAccount.as_view(), name="take_down"),
            path("theme/<int:pk>/", themes.OneTheme.as_view(), name="theme"),
            path("theme/<int:pk>/remove/", themes.RemoveTheme.as_view(), name="remove_theme"),
            path("theme/<int:pk>/<int:answer>/out/", themes.TakeOut.as_view(), name="take_out"),
            path("theme/<int:pk>/<int:answer>/quote/", themes.PickQuote.as_view(), name="quote"),
            path("theme/<int:pk>/<int:answer>/quiet/", themes.DropQuote.as_view(), name="drop_quote"),
        ]
