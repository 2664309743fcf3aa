"""Who may ask the check while they write."""

from wagtail.permissions import page_permission_policy

WRITES = ("add_", "change_", "record_")


def may_write(user):
    """Whether `user` (User) has the right to add, change or record anything. Returns bool."""
    if page_permission_policy.user_has_any_permission(user, {"add", "change"}):
        return True
    return any(name.split(".")[1].startswith(WRITES) for name in user.get_all_permissions())
