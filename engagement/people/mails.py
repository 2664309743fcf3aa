"""Whether this site can send email at all."""

from django.conf import settings

TO_THE_CONSOLE = "django.core.mail.backends.console.EmailBackend"


def is_set_up():
    """Whether mail reaches people. While it is only printed on the console, it does so in development alone."""
    return settings.EMAIL_BACKEND != TO_THE_CONSOLE or settings.DEMO_ALLOWED
