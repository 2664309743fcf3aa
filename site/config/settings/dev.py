"""A site to look at and to work on, with the made-up programme. Never for real people's words."""

from .base import *  # noqa: F403

# The demo shows what people would see; DEBUG=1 shows Django's own error pages.
DEBUG = env.bool("DEBUG", default=False)  # noqa: F405
SECRET_KEY = env.str("SECRET_KEY", default="only-for-development-never-for-real-words")  # noqa: F405
ALLOWED_HOSTS = ["*"]
DEMO_ALLOWED = True
STAFF_SECOND_STEP = False
ALLAUTH_TRUSTED_PROXY_COUNT = 0
SEND_TEXT = "engagement.people.texts.to_console"
