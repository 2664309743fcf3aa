"""Who may write drafts."""

from django.core.exceptions import PermissionDenied


def may_publish(user):
    """Whether `user` (User) may publish a draft."""
    return user.has_perm("shaping.change_draft")


def check_may_publish(user):
    """Raises PermissionDenied for a `user` (User) who may not publish a draft."""
    if not may_publish(user):
        raise PermissionDenied("Only the Programme Management Unit may publish a draft.")
