"""What a site forgot when it took this app in, said in one sentence each by `manage.py check`."""

from pathlib import Path

from django.conf import settings
from django.core import checks
from django.core.files.storage import FileSystemStorage, InvalidStorageError, storages
from django.urls import NoReverseMatch, reverse

IMAGES = checks.Error('Set WAGTAILIMAGES_IMAGE_MODEL = "easyread.Picture".', id="easyread.E001")
ADDRESSES = checks.Error(
    'Put path("", include("easyread.urls")) before Wagtail\'s own addresses in your urls.py.', id="easyread.E002"
)
MIDDLEWARE = checks.Error('Add "easyread.middleware.ToldKindly" to MIDDLEWARE.', id="easyread.E003")
PRIVATE = checks.Error(
    'Give STORAGES a "private" storage: the sounds of checkers and the films of pages are kept there.',
    id="easyread.E004",
)
NOT_PRIVATE = checks.Error(
    'Put the "private" storage of STORAGES in a folder outside MEDIA_ROOT, which everybody can read.',
    id="easyread.E005",
)
PEOPLE = checks.Error(
    "Give your user model the fields email, first_name and last_name, as Django's own has them.", id="easyread.E006"
)
REAPPROVAL = checks.Warning(
    "Set WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True, so that a change goes to the checkers again.",
    id="easyread.W001",
)
NOT_CANCELLED = checks.Warning(
    "Set WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False: this app ends what the checkers had when a page goes live.",
    id="easyread.W002",
)
TOLD_KINDLY = "easyread.middleware.ToldKindly"


def check_setting_up(app_configs=None, **kwargs):
    """Everything that is missing, as a list of CheckMessage."""
    return [message for message, is_missing in FORGOTTEN if is_missing()]


def other_images():
    """Whether Wagtail keeps its pictures as something else than ours."""
    return getattr(settings, "WAGTAILIMAGES_IMAGE_MODEL", "") != "easyread.Picture"


def no_addresses():
    """Whether the addresses of this app lead nowhere."""
    try:
        return not reverse("easyread:pictures")
    except NoReverseMatch:
        return True


def no_middleware():
    """Whether refusals would be shown as errors of the server."""
    return TOLD_KINDLY not in settings.MIDDLEWARE


def no_private_storage():
    """Whether there is no place for private files."""
    try:
        return not storages["private"]
    except InvalidStorageError:
        return True


def is_public():
    """Whether private files would stand in the folder that everybody can read."""
    if no_private_storage() or not isinstance(storages["private"], FileSystemStorage) or not settings.MEDIA_ROOT:
        return False
    return Path(storages["private"].location).resolve().is_relative_to(Path(settings.MEDIA_ROOT).resolve())


def no_names():
    """Whether people have no names or email addresses."""
    from django.contrib.auth import get_user_model

    known = {field.name for field in get_user_model()._meta.get_fields()}
    return not {"email", "first_name", "last_name"} <= known


def no_reapproval():
    """Whether an edit keeps the checkers' word."""
    return not getattr(settings, "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT", False)


def cancels_by_itself():
    """Whether Wagtail ends a workflow before this app can."""
    return getattr(settings, "WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH", True)


FORGOTTEN = (
    (IMAGES, other_images),
    (ADDRESSES, no_addresses),
    (MIDDLEWARE, no_middleware),
    (PRIVATE, no_private_storage),
    (NOT_PRIVATE, is_public),
    (PEOPLE, no_names),
    (REAPPROVAL, no_reapproval),
    (NOT_CANCELLED, cancels_by_itself),
)
