"""A file goes when its row goes, whichever way that happens."""

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    """The room of what people say."""

    name = "engagement.voices"

    def ready(self):
        from easyread.media.rows import removes_its_file
        from easyread.media.waiting import opened

        from .flows.attaching import after_opening
        from .models import Attachment

        removes_its_file(Attachment)
        opened.connect(after_opening, sender=Attachment, dispatch_uid="voices.after_opening")
