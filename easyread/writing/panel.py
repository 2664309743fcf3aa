"""The panel that turns the help on in a form of the admin."""

import json

from django.urls import reverse
from wagtail.admin.panels import Panel

from ..conf import is_english
from ..covering import not_covered
from ..wording import EASY_KEYS, THEIR_WORDS
from .widgets import editor_media


class Writing(Panel):
    """Problems on the words, what to do next, and how long the text is, while somebody writes.

    `fields`: names (str) of the form's Easy Read fields; "powers.plain" is `plain` in each row of `powers`.
    `streams`: names (str) of its StreamFields with Easy Read blocks.
    """

    def __init__(self, fields=(), streams=(), **kwargs):
        super().__init__(**kwargs)
        self.easy_fields, self.easy_streams = tuple(fields), tuple(streams)

    def clone_kwargs(self):
        return super().clone_kwargs() | {"fields": self.easy_fields, "streams": self.easy_streams}

    class BoundPanel(Panel.BoundPanel):
        """The panel of one form."""

        template_name = "easyread/admin/writing_panel.html"

        def is_shown(self):
            """Not for a page in another language: the rules know English alone."""
            return is_english(language_of(self.instance)) and super().is_shown()

        @property
        def media(self):
            return super().media + editor_media()

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"told": json.dumps(self.told())} | self.of_page()

        def of_page(self):
            """What stands beside the words of a page that is kept already: two more screens. Returns a dict."""
            page = self.instance
            if not (page.pk and hasattr(page, "easy_streams")):
                return {}
            return {
                "bring_in": reverse("easyread_bring_in", args=[page.pk]),
                "side_by_side": reverse("easyread_side_by_side", args=[page.pk]),
                "still": not_covered(page),
            }

        def told(self):
            """What the script must know, as a dict."""
            fields, streams = self.panel.easy_fields, self.panel.easy_streams
            return where_to_ask() | {"fields": fields, "streams": streams, "keys": EASY_KEYS, "theirs": THEIR_WORDS}


def language_of(thing):
    """The language (str) of a `thing` that a form is about, such as a page; None where it has none of its own."""
    locale = getattr(thing, "locale", None)
    return locale and locale.language_code


def where_to_ask():
    """The addresses that the script asks, as it takes them. Returns a dict."""
    return {"address": reverse("easyread_while_writing"), "leave": reverse("easyread_leave_it")}
