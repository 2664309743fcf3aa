"""A site as `config.settings.dev` has it, its database too, but for styles: they need not be collected first."""

from config.settings.dev import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
LEAST_SECONDS_TO_ANSWER = 0  # those who answer here are machines
