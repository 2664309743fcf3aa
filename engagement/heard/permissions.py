"""Who may read what people said, and who may say what was heard."""

from django.core.exceptions import PermissionDenied


def may_read(user):
    """Whether `user` (User) may read words that nobody read yet, and sort them into themes."""
    return user.has_perm("heard.read_voices")


def may_publish(user):
    """Whether `user` (User) may publish what was heard, put it right, or take it down."""
    return user.has_perm("heard.publish_what_we_heard")


def check_may_read(user):
    """Raises PermissionDenied for a `user` (User) who may not read what people said."""
    if not may_read(user):
        raise PermissionDenied("Only the Programme Management Unit may read what people said.")


def check_may_publish(user):
    """Raises PermissionDenied for a `user` (User) who may not publish what was heard."""
    if not may_publish(user):
        raise PermissionDenied("Only the Programme Management Unit may publish what we heard.")
