"""Who may say what a body did, who prepares its meetings, and who works at an organisation."""

from django.core.exceptions import PermissionDenied

from engagement.people.roles import ADVOCACY_WORKER

from .models import Body


def serves(user, body):
    """Whether `user` (User) is a secretary of `body` (Body)."""
    return user.is_active and body.secretaries.filter(pk=user.pk).exists()


def may_say_who_works_there(user):
    """Whether `user` (User) may say who works at an organisation, and how it stands to bodies."""
    return user.has_perm("bodies.change_body")


def organisations_of(user):
    """The organisations at which `user` (User) works as an advocacy worker today. A list of Body, mostly of one."""
    if not user.is_authenticated or not user.has_role(ADVOCACY_WORKER):
        return []
    at = Body.objects.filter(kind=Body.Kind.ORGANISATION, workers__user=user, workers__left_on=None)
    return list(at.exclude(status=Body.Status.ENDED).order_by("name"))


def prepares_for_all(user):
    """Whether `user` (User) prepares the meetings of every body."""
    return user.has_perm("bodies.change_meeting")


def may_prepare(user, body):
    """Whether `user` (User) prepares meetings of `body` (Body): agenda, papers, places, questions and answers."""
    return prepares_for_all(user) or serves(user, body)


def prepares_any(user):
    """Whether `user` (User) prepares the meetings of some body."""
    return prepares_for_all(user) or (user.is_active and user.serves.exists())


def bodies_prepared_by(user):
    """The bodies whose meetings `user` (User) prepares. A queryset of Body."""
    return Body.objects.all() if prepares_for_all(user) else user.serves.all()


def check_may_prepare(user, body):
    """Raises PermissionDenied for a `user` (User) who does not prepare meetings of `body` (Body)."""
    if not may_prepare(user, body):
        raise PermissionDenied("You may prepare meetings of your own bodies only.")
