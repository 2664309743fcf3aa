"""What Listen adds to Wagtail's admin: /admin/read-aloud/, its place in the menu, and its lines in the history."""

from django.urls import path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from ..media.limits import MB, MOST_BYTES, SOUND
from ..media.middleware import takes_up_to
from . import flows, screens


class ReadingsMenuItem(MenuItem):
    """In the menu of those who may change what people read aloud."""

    def is_shown(self, request):
        return request.user.has_perm(flows.RIGHT)


class ReadingsViewSet(ViewSet):
    """/admin/read-aloud/: sentences that people read in place of the browser's voice."""

    name = "readings"
    url_prefix = "read-aloud"
    icon = "media"
    menu_label = "Read aloud by people"
    menu_name = "read-aloud"
    menu_item_class = ReadingsMenuItem
    menu_order = 140
    add_to_admin_menu = True

    def get_urlpatterns(self):
        add = takes_up_to(MOST_BYTES[SOUND] + MB)(screens.AddReading.as_view())
        return [
            path("", screens.ReadingList.as_view(), name="index"),
            path("new/", add, name="new"),
            path("<int:pk>/end/", screens.EndReading.as_view(), name="end"),
        ]


@hooks.register("register_admin_viewset")
def read_aloud():
    """The screens of Listen."""
    return ReadingsViewSet()


@hooks.register("register_log_actions")
def read_aloud_logged(actions):
    """What Listen writes in the site's history."""
    actions.register_action("easyread.reading_kept", "Read aloud", "Added a person's recording of a sentence")
    actions.register_action("easyread.reading_ended", "Read aloud no more", "Took a person's recording away")
