"""What films add to Wagtail's admin: /admin/films/, the chooser in the editor, and a line in the history."""

from django.urls import path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from ..media.limits import MB, MOST_BYTES, PAGE_FILM
from ..media.middleware import takes_up_to
from . import flows, screens
from .choosing import film_chooser


class FilmsMenuItem(MenuItem):
    """In the menu of those who may bring in films."""

    def is_shown(self, request):
        return request.user.has_perm(flows.RIGHT)


class FilmsViewSet(ViewSet):
    """/admin/films/: films for pages, with their captions."""

    name = "films"
    url_prefix = "films"
    icon = "media"
    menu_label = "Films"
    menu_name = "films"
    menu_item_class = FilmsMenuItem
    menu_order = 145
    add_to_admin_menu = True

    def get_urlpatterns(self):
        add = takes_up_to(MOST_BYTES[PAGE_FILM] + MB)(screens.BringIn.as_view())
        return [path("", screens.FilmList.as_view(), name="index"), path("new/", add, name="new")]


@hooks.register("register_admin_viewset")
def films():
    """The screens of films, and the chooser."""
    return [FilmsViewSet(), film_chooser()]


@hooks.register("register_log_actions")
def films_logged(actions):
    """What films write in the site's history."""
    actions.register_action("easyread.film_kept", "Film brought in", "Brought in a film for pages")
