"""The settings of this app, each with what it is where a site says nothing (README.md lists them)."""

from django.conf import settings

PICTURE_SETS = ("own-photos", "photosymbols", "mulberry", "own", "openmoji")
MOST_UPLOAD = 25 * 1024 * 1024
RULES_LANGUAGE = "en"  # the rules know English and no other language


def picture_sets():
    """EASYREAD_PICTURE_SETS: which picture an idea gets when several sets have one, the best first (list of str)."""
    return getattr(settings, "EASYREAD_PICTURE_SETS", PICTURE_SETS)


def most_upload():
    """EASYREAD_MOST_UPLOAD: how many bytes a request may have where its page does not say otherwise (int)."""
    return getattr(settings, "EASYREAD_MOST_UPLOAD", MOST_UPLOAD)


def site_address():
    """WAGTAILADMIN_BASE_URL, Wagtail's own: what stands before a path on paper (str)."""
    return getattr(settings, "WAGTAILADMIN_BASE_URL", None) or ""


def papers_backend():
    """Which of TASKS does what takes long: "papers" where a site has a worker for it, else "default" (str)."""
    return "papers" if "papers" in getattr(settings, "TASKS", {}) else "default"


def is_english(language=None):
    """Whether texts in a `language` (str, such as "en-gb"; None: the site's own) are for the rules. Returns bool."""
    return (language or settings.LANGUAGE_CODE).lower().split("-")[0] == RULES_LANGUAGE
