"""Writing down that a body met."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from .models import Meeting
from .permissions import serves


def may_add_meeting(user, body):
    """Whether `user` (User) may write down a meeting of `body` (Body): the PMU of any, a secretary of their own."""
    return user.has_perm("bodies.add_meeting") or serves(user, body)


@transaction.atomic
def find_or_add_meeting(*, body, held_on, by, place="", plain="", is_example=False):
    """The meeting of a body on a day: the one that is known, or a new one.

    `body`: Body; `held_on`: date; `by`: User; `place`, `plain`: str, for a new one. Returns the Meeting.
    Raises PermissionDenied for a user who may not write down its meetings.
    """
    if not may_add_meeting(by, body):
        raise PermissionDenied("You may write down meetings of your own bodies only.")
    words = {"place": place.strip(), "plain": plain.strip(), "is_example": is_example}
    meeting, is_new = Meeting.objects.get_or_create(body=body, held_on=held_on, defaults=words)
    if is_new:
        log(instance=meeting, action="wagtail.create", user=by)
    return meeting
