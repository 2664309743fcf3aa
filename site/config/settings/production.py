"""Settings for real people's words. docs/running.md lists the environment it needs."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403

DEBUG = False
DEMO_ALLOWED = False
SECRET_KEY = env.str("SECRET_KEY")  # noqa: F405
if len(SECRET_KEY) < 50 or SECRET_KEY.startswith("only-for-development"):
    raise ImproperlyConfigured("SECRET_KEY must be a secret of your own, at least 50 characters long.")
if not ALLOWED_HOSTS:  # noqa: F405
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the addresses of this site, with commas between them.")

ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES_IN_FRONT", default=1)  # noqa: F405
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS if host != "*"]  # noqa: F405
SEND_TEXT = env.str("SEND_TEXT", default="engagement.people.texts.not_set_up")  # noqa: F405
