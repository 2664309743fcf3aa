"""Settings of the test suite: as dev, with a database and a media folder of their own."""

import tempfile

from .dev import *  # noqa: F403

DEBUG = False
MEDIA_ROOT = tempfile.mkdtemp(prefix="ovod-media-")
PRIVATE_ROOT = tempfile.mkdtemp(prefix="ovod-private-")
STORAGES["private"]["OPTIONS"] = PRIVATE_OPTIONS | {"location": PRIVATE_ROOT}  # noqa: F405
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # Tests of speed and of loss set FULL themselves; the others need not wait for the disk.
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": tempfile.mkdtemp(prefix="ovod-db-") + "/test.sqlite3"}  # noqa: F405
TASKS["papers"] = TASKS["default"]  # noqa: F405  made at once; tests of the worker say otherwise
WHITENOISE_AUTOREFRESH = True
LEAST_SECONDS_TO_ANSWER = 0  # Tests answer like machines; those that are about it say otherwise.
PAGE_CACHE_SECONDS = 0  # Tests that are about the cache turn it on.
# Wagtail's indexes of words and of uses are kept after each row that is written; no test looks into them.
TASKS["default"] = {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}  # noqa: F405
