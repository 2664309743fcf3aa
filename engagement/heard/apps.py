"""Connects what this room keeps of people's words to their taking back."""

from django.apps import AppConfig


class HeardConfig(AppConfig):
    """The room where what people said is read and sorted."""

    name = "engagement.heard"

    def ready(self):
        from engagement.voices.signals import voice_taken_back, words_held

        voice_taken_back.connect(_forget, dispatch_uid="heard.forget_words")
        words_held.connect(_hold, dispatch_uid="heard.hold_ideas")


def _forget(sender, voice, **kwargs):
    from .flows import drop_ideas_of, forget_words

    forget_words(voice=voice)
    drop_ideas_of(voice)


def _hold(sender, voice, **kwargs):
    from .flows import hold_ideas_of

    hold_ideas_of(voice)
