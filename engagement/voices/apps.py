"""A file goes when its row goes, whichever way that happens."""

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    """The room of what people say."""

    name = "engagement.voices"

    def ready(self):
        from easyread.media.rows import removes_its_file

        from .models import Attachment

        removes_its_file(Attachment)
