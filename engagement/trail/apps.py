"""What this room listens to."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """The trail: no rows of its own."""

    name = "engagement.trail"

    def ready(self):
        from wagtail.signals import page_unpublished

        from .papers import forget_paper

        page_unpublished.connect(forget_paper, dispatch_uid="trail.forget_paper")
