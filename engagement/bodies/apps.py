"""A file goes when its row goes, whichever way that happens."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    """The room of who decides, and of being there when they do."""

    name = "engagement.bodies"

    def ready(self):
        from easyread.media.rows import removes_its_file

        from .models import AskedSound

        removes_its_file(AskedSound)
