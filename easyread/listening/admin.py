"""What Listen adds to Wagtail's admin: /admin/read-aloud/, its place in the menu, and its lines in the history."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button

from ..media.limits import MB, MOST_BYTES, READING
from ..media.middleware import takes_up_to
from ..models import EasyReadPage
from . import flows, page_screens, screens


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
        takes_sound = takes_up_to(MOST_BYTES[READING] + MB)
        record = takes_sound(page_screens.RecordSentence.as_view())
        return [
            path("", screens.ReadingList.as_view(), name="index"),
            path("new/", takes_sound(screens.AddReading.as_view()), name="new"),
            path("pages/", page_screens.PageList.as_view(), name="pages"),
            path("pages/<int:pk>/", page_screens.PageSentences.as_view(), name="page"),
            path("pages/<int:pk>/<slug:key>/", record, name="sentence"),
            path("<int:pk>/end/", screens.EndReading.as_view(), name="end"),
        ]


@hooks.register("register_admin_viewset")
def read_aloud():
    """The screens of Listen."""
    return ReadingsViewSet()


@hooks.register("register_admin_menu_item")
def pages_to_record():
    """The pages whose sentences people can read."""
    return ReadingsMenuItem(
        "Pages to record", reverse("readings:pages"), name="pages-to-record", icon_name="media", order=141
    )


@hooks.register("register_page_header_buttons")
def record_this_page(page, user, view_name, next_url=None):
    """The way from a page to its sentences."""
    if user.has_perm(flows.RIGHT) and isinstance(page.specific_deferred, EasyReadPage):
        yield Button("Record its sentences", reverse("readings:page", args=[page.pk]), icon_name="media", priority=80)


@hooks.register("register_log_actions")
def read_aloud_logged(actions):
    """What Listen writes in the site's history."""
    actions.register_action("easyread.reading_kept", "Read aloud", "Added a person's recording of a sentence")
    actions.register_action("easyread.reading_ended", "Read aloud no more", "Took a person's recording away")
