"""The address of this room's own screen under /admin/, and its place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .views.new_card import GiveNewCard


class NewCardMenuItem(MenuItem):
    """In the menu of those who may give a new card."""

    def is_shown(self, request):
        return request.user.has_perm("voices.give_new_card")


class NewCardViewSet(ViewSet):
    """/admin/new-card/: a new card for a lost one."""

    name = "new_card"
    url_prefix = "new-card"
    icon = "key"
    menu_label = "Give a new card"
    menu_name = "new-card"
    menu_item_class = NewCardMenuItem
    menu_order = 130
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [path("", GiveNewCard.as_view(), name="give")]
