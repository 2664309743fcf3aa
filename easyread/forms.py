"""The forms by which staff add a picture, and say why a live page changes."""

from django import forms
from wagtail.images.forms import BaseImageForm

from .uploads import rewritten
from .writing.widgets import EasyReadTextarea


class PictureForm(BaseImageForm):
    """Rewrites each uploaded picture before it is kept (S3)."""

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if file and "file" in self.changed_data:
            return rewritten(file)
        return file


class ReasonForm(forms.Form):
    """Why a live page changes or comes down."""

    reason = forms.CharField(
        label="Why?",
        widget=EasyReadTextarea(attrs={"rows": 3}),
        help_text="In Easy Read. One sentence on each line. Everybody can read the reason.",
    )
