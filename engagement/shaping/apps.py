"""Looks at the gates of opening again after each change of a draft or a workshop, and forgets words taken back."""

from django.apps import AppConfig


class ShapingConfig(AppConfig):
    """The room of drafts and workshops."""

    name = "engagement.shaping"

    def ready(self):
        from django.db.models.signals import post_delete, post_save

        from engagement.voices.signals import device_cleared, old_drafts_cleared, voice_taken_back, words_held

        from . import signals
        from .models import Draft, Workshop, WorkshopPlace

        for signal in (post_save, post_delete):
            for model in (Draft, Workshop, WorkshopPlace):
                signal.connect(signals.plan_shaped, sender=model, dispatch_uid=f"shaping.shaped.{model.__name__}")
        words_held.connect(signals.hold, dispatch_uid="shaping.hold_comments")
        voice_taken_back.connect(signals.forget, dispatch_uid="shaping.forget_comments")
        device_cleared.connect(signals.forget_device, dispatch_uid="shaping.forget_device")
        old_drafts_cleared.connect(signals.clear_old, dispatch_uid="shaping.clear_old_words")
