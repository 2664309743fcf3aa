"""Who may say when people can answer."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.models import PagePermissionTester

NOT_YOURS = "You may not move the last day of this round."


def may_see_opening(user):
    """Whether `user` (User) may see what rounds still need: everybody who works on pages."""
    return user_has_any_page_permission(user)


def may_close_later(user, round):
    """Whether `user` (User) may move the last day of a `round` (RoundPage): those who publish pages there."""
    return PagePermissionTester(user, round).can_publish()


def check_may_close_later(user, round):
    """Raise PermissionDenied unless `may_close_later`."""
    if not may_close_later(user, round):
        raise PermissionDenied(NOT_YOURS)
