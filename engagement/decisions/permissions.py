"""Who may record what a body decided: the PMU for all, a secretary for the bodies they serve."""

from django.core.exceptions import PermissionDenied

from engagement.bodies.models import Body
from engagement.bodies.permissions import serves


def records_for_all(user):
    """Whether `user` (User) may record for every body, from its minutes."""
    return user.has_perm("decisions.record_decision") and user.has_perm("decisions.change_decision")


def may_record(user, body):
    """Whether `user` (User) may record what `body` (Body) decided."""
    return records_for_all(user) or (user.has_perm("decisions.record_decision") and serves(user, body))


def may_publish(user):
    """Whether `user` (User) may publish an outcome."""
    return user.has_perm("decisions.publish_outcome")


def bodies_of(user):
    """The bodies that `user` (User) may record for. A queryset of Body."""
    if records_for_all(user):
        return Body.objects.all()
    return user.serves.all() if user.has_perm("decisions.record_decision") else Body.objects.none()


def check_may_record(user, body):
    """Raises PermissionDenied for a `user` (User) who does not serve `body` (Body)."""
    if not may_record(user, body):
        raise PermissionDenied("You may record only what your own bodies decided.")


def check_may_publish(user):
    """Raises PermissionDenied for a `user` (User) who may not publish an outcome."""
    if not may_publish(user):
        raise PermissionDenied("Only the Programme Management Unit may publish an outcome.")


def may_send(user):
    """Whether `user` (User) may send what people told us to a body."""
    return may_publish(user) and records_for_all(user)


def check_may_send(user):
    """Raises PermissionDenied for a `user` (User) who may not send a theme to a body."""
    if not may_send(user):
        raise PermissionDenied("Only the Programme Management Unit may send this to a body.")
