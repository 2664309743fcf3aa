"""Choosing one of the films of pages in the editor."""

import functools

from wagtail.admin.viewsets.chooser import ChooserViewSet


class FilmChooserViewSet(ChooserViewSet):
    """The list from which staff choose a film; they bring new ones in at /admin/films/."""

    model = "easyread.Film"
    icon = "media"
    choose_one_text = "Choose a film"
    choose_another_text = "Choose another film"
    per_page = 20


@functools.cache
def film_chooser():
    """The one chooser of films."""
    return FilmChooserViewSet("film_chooser", url_prefix="film-chooser")
