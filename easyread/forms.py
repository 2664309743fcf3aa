"""The form by which staff add a picture."""

from wagtail.images.forms import BaseImageForm

from .uploads import rewritten


class PictureForm(BaseImageForm):
    """Rewrites each uploaded picture before it is kept (S3)."""

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if file and "file" in self.changed_data:
            return rewritten(file)
        return file
