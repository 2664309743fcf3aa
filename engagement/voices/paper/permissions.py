"""Who prints paper forms, types them in, checks them, and sees what was typed (3.5)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from engagement.bodies.permissions import organisations_of

from ..models import PaperCopy

NOT_HERE = "You do not work with paper forms."
NOT_YOURS = "This form was printed by others."
SHARE_BY_PMU = "The Programme Management Unit chooses how many forms are checked."


def is_unit(user):
    """Whether `user` (User) works with the paper forms of every organisation: the Programme Management Unit."""
    return user.has_perm("voices.type_paper")


def check_may_print(user, organisation):
    """Raise PermissionDenied unless `user` (User) prints and numbers forms for `organisation` (Body or None).

    A worker for their own; the Unit for all, and for nobody but itself (None).
    """
    allowed = is_unit(user) or organisation in organisations_of(user)
    if not allowed:
        raise PermissionDenied(NOT_HERE)


def within_reach(user, organisations):
    """The forms that `user` (User) may type in and check, when they hold the paper. A queryset of PaperCopy.

    Those that their organisation printed or typed in; all of them for the Programme Management Unit.
    """
    copies = PaperCopy.objects.all()
    return copies if is_unit(user) else copies.filter(organisation__in=organisations)


def own_entries(user, led):
    """The typed forms whose answers `user` (User) may see: their own, and those of organisations that they lead.

    `led`: list of Body. A queryset of PaperCopy; the Programme Management Unit sees all.
    """
    typed = PaperCopy.objects.exclude(voice=None)
    return typed if is_unit(user) else typed.filter(Q(typed_by=user) | Q(organisation__in=led))


def check_within_reach(copy, user):
    """Raise PermissionDenied unless `user` (User) may type in or check this form (PaperCopy)."""
    if not is_unit(user) and copy.organisation not in organisations_of(user):
        raise PermissionDenied(NOT_YOURS)


def may_choose_share(user, led):
    """Whether `user` (User) says how many forms are checked: the Unit, or who leads an organisation (`led`)."""
    return is_unit(user) or bool(led)


def check_may_choose_share(user, led, *, smaller):
    """Raise PermissionDenied unless `user` (User) may say how many forms of a round are checked.

    A lead of an organisation may have more of them checked; only the Unit may have fewer (`smaller`).
    """
    if not may_choose_share(user, led) or (smaller and not is_unit(user)):
        raise PermissionDenied(SHARE_BY_PMU)
