"""Connects what this room keeps of people's words to their taking back."""

from django.apps import AppConfig


class HeardConfig(AppConfig):
    """The room where what people said is read and sorted."""

    name = "engagement.heard"

    def ready(self):
        from engagement.voices.signals import voice_taken_back

        voice_taken_back.connect(_forget, dispatch_uid="heard.forget_words")


def _forget(sender, voice, **kwargs):
    from .flows import forget_words

    forget_words(voice=voice)
