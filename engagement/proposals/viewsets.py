"""The addresses of the screens about opening under /admin/, and their place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from . import views
from .permissions import may_see_opening


class OpeningMenuItem(MenuItem):
    """In the menu of those who work on pages."""

    def is_shown(self, request):
        return may_see_opening(request.user)


class OpeningViewSet(ViewSet):
    """/admin/opening/: what each round still needs, and moving a last day."""

    name = "opening"
    icon = "calendar-check"
    menu_label = "Opening"
    menu_name = "opening"
    menu_item_class = OpeningMenuItem
    menu_order = 105
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", views.Opening.as_view(), name="list"),
            path("<int:pk>/close-later/", views.CloseLater.as_view(), name="close_later"),
            path("<int:pk>/holding-back/", views.HoldingBack.as_view(), name="holding_back"),
        ]
