"""Connects the page cache's stamp to every change of a row."""

from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save


class HomeConfig(AppConfig):
    """The home room."""

    name = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from easyread.signals import content_changed

        from .generation import raise_generation, row_changed

        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(row_changed, dispatch_uid="home.generation")
        post_migrate.connect(raise_generation, sender=self, dispatch_uid="home.generation")
        content_changed.connect(raise_generation, dispatch_uid="home.generation")
