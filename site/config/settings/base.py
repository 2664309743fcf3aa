"""Settings that hold everywhere. What differs is in dev.py, test.py and production.py."""

import sys
from pathlib import Path

import environ
import pysqlite3

# Debian's SQLite 3.40.1 can corrupt a WAL file (fixed in 3.51.3), so Django gets the newer one (docs/database.md).
sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

SITE_DIR = Path(__file__).resolve().parents[2]
BASE_DIR = SITE_DIR.parent
DATA_DIR = Path(environ.Env().str("DATA_DIR", default=str(BASE_DIR / "data")))

DATA_DIR.mkdir(parents=True, exist_ok=True)

env = environ.Env()

SITE_NAME = WAGTAIL_SITE_NAME = "Our Voice, Our Decision"
SITE_URL = WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://localhost:8000")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
DEMO_ALLOWED = False  # Made-up people, voices and sign-ins. Only dev and test say yes.

INSTALLED_APPS = [
    "config",
    "home",
    "engagement.trail",
    "engagement.decisions",
    "engagement.shaping",
    "engagement.heard",
    "engagement.voices",
    "engagement.polls",
    "engagement.proposals",
    "engagement.bodies",
    "engagement.people",
    "engagement.record",
    "easyread",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "config.caching.WholePageCache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.security.ContentSecurityPolicy",
    "easyread.media.middleware.NotTooBig",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.security.AdminForStaff",
    "config.security.StaffSecondStep",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "easyread.middleware.ToldKindly",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
CSRF_FAILURE_VIEW = "config.views.form_was_stale"
FORM_RENDERER = "config.forms.FormRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The second folder gives the kit's components their short names: components/words.html (docs/front-end.md).
        "DIRS": [SITE_DIR / "templates", BASE_DIR / "easyread" / "templates" / "easyread"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PAGE_CACHE_SECONDS = 3600  # 0 turns the whole-page cache off (docs/caching.md)
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
# What Wagtail puts off is done at once, as before; only long papers wait for the worker (docs/printing.md).
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "papers": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}
if env.bool("WITHOUT_WORKER", default=False):
    TASKS["papers"] = TASKS["default"]
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Our Voice, Our Decision <no-reply@example.org>")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "static"]
MEDIA_URL = env.str("MEDIA_URL", default="/media/")
MEDIA_ROOT = DATA_DIR / "media"
# What people send us: never under MEDIA_URL, given only by views that ask who may see it (docs/pictures-and-sound.md).
PRIVATE_ROOT = DATA_DIR / "private"
PRIVATE_OPTIONS = {"location": PRIVATE_ROOT, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": env.str("PRIVATE_STORAGE", default="django.core.files.storage.FileSystemStorage"),
        "OPTIONS": env.json("PRIVATE_STORAGE_OPTIONS", default=PRIVATE_OPTIONS),
    },
    "staticfiles": {"BACKEND": "config.storage.StaticStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"without_tokens": {"()": "config.logs.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["without_tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # runserver names each address that was asked for; its own handler would not take the tokens out.
    "loggers": {"django.server": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}

from .policy import *  # noqa: E402, F403  what a page may load
from .rooms import *  # noqa: E402, F403  Wagtail and this product's own settings
from .signin import *  # noqa: E402, F403  who may sign in, and how
