"""Sending a text message: by the function that the setting SEND_TEXT names, or to the console."""

from django.conf import settings
from django.utils.module_loading import import_string


def send_text(*, phone, words):
    """Send `words` (str) to `phone` (str, E.164). Which service does it is the setting SEND_TEXT, a dotted path."""
    import_string(settings.SEND_TEXT)(phone=phone, words=words)


def is_set_up():
    """Whether this site can send text messages."""
    return f"{__name__}.{not_set_up.__name__}" != settings.SEND_TEXT


def to_console(*, phone, words):
    """Print the message instead of sending it: only for development and tests."""
    print(f"Text to {phone}: {words}", flush=True)


def not_set_up(*, phone, words):
    """What happens on a site that has no text service. Raises RuntimeError, which names the setting."""
    raise RuntimeError("Text messages are not set up: set SEND_TEXT to a function(phone, words). See docs/running.md.")
