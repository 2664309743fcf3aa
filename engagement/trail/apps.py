"""What this room listens to."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """The trail: no rows of its own."""

    name = "engagement.trail"

    def ready(self):
        from django.db.models.signals import post_save
        from wagtail.signals import page_unpublished

        from easyread.signals import name_changed
        from engagement.shaping.models import Writer

        from .papers import forget_checkers_name, forget_names, forget_paper

        page_unpublished.connect(forget_paper, dispatch_uid="trail.forget_paper")
        name_changed.connect(forget_checkers_name, dispatch_uid="trail.forget_checkers_name")
        post_save.connect(forget_names, sender=Writer, dispatch_uid="trail.forget_names")
