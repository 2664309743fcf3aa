"""Signing in again somebody who proved who they are in a way of our own, such as the number of a tablet."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied

BACKEND = "django.contrib.auth.backends.ModelBackend"
NEEDS_SECOND_STEP = "Staff sign in with a code and a second step."


def sign_in_again(*, request, user):
    """Sign `user` (User) in on this `request` (HttpRequest). Never staff: it would go round their second step (S5).

    Raises PermissionDenied.
    """
    if not user.is_active or user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied(NEEDS_SECOND_STEP)
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method="tablet")
