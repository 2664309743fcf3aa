"""Connects what this room keeps of people's words to their taking back."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """The room of decisions, and of what people say of them afterwards."""

    name = "engagement.decisions"

    def ready(self):
        from engagement.voices.signals import voice_taken_back

        voice_taken_back.connect(_forget, dispatch_uid="decisions.forget_felt")


def _forget(sender, voice, **kwargs):
    from .flows import forget_felt

    forget_felt(voice=voice)
