"""What this room listens to."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """The trail: no rows of its own."""

    name = "engagement.trail"

    def ready(self):
        from django.db.models.signals import post_save
        from wagtail.signals import page_unpublished

        from engagement.shaping.models import Writer

        from .papers import forget_names, forget_paper

        page_unpublished.connect(forget_paper, dispatch_uid="trail.forget_paper")
        post_save.connect(forget_names, sender=Writer, dispatch_uid="trail.forget_names")
