"""Places to type Easy Read words in any form of the admin; problems show while somebody writes."""

from django import forms
from django.urls import reverse
from wagtail.admin.widgets import AdminAutoHeightTextInput

from ..conf import is_english

SCRIPTS = (
    *("fields", "marks", "suggesting", "problems", "going", "summary", "asking", "paste"),
    *("places", "merging", "undo", "points", "parts", "tools", "start"),
)


def editor_media():
    """The scripts and the style of the editor's help. Nothing of it is on a public page. Returns forms.Media."""
    return forms.Media(
        js=[f"easyread/editor/{name}.js" for name in SCRIPTS], css={"all": ["easyread/editor/editor.css"]}
    )


class EasyRead:
    """A widget whose words are checked while somebody writes. `question`: it asks people something."""

    def __init__(self, attrs=None, *, question=False):
        super().__init__({"data-easyread": "question" if question else "words", **(attrs or {})})

    def build_attrs(self, *args, **kwargs):
        """As Django's, with the address of the check; without it where the site is not in English."""
        if not is_english():
            return super().build_attrs(*args, **kwargs)
        address, leave = reverse("easyread_while_writing"), reverse("easyread_leave_it")
        return {"data-easyread-address": address, "data-easyread-leave": leave} | super().build_attrs(*args, **kwargs)

    @property
    def media(self):
        return super().media + editor_media()


class EasyReadTextarea(EasyRead, AdminAutoHeightTextInput):
    """Several lines of Easy Read, one sentence on each."""


class EasyReadInput(EasyRead, forms.TextInput):
    """One line of Easy Read."""
