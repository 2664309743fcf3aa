"""The Programme Management Unit says how many people a round hopes to hear; who was heard is counted once a day."""

from datetime import datetime, time

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.log_actions import log

from engagement.proposals.models import RoundPage

from ..about import PLACES
from ..heard_so_far import cells_before
from ..models import HeardSoFar, Target
from ..models.targets import GROUPS, SUPPORTED
from .sending import LONG_TEXTS

NOT_YOURS = "Only the Programme Management Unit can say how many people it hopes to hear."
NO_SUCH = "Choose 1 of the groups, places or kinds of support."
NOT_ENOUGH = "Type a number that is 1 or more."
TOO_MANY = "Type a smaller number."
MOST = 1_000_000
VALUES = {"group": dict(GROUPS), "place": dict.fromkeys(PLACES, ""), "support": dict(SUPPORTED)}


@transaction.atomic
def set_target(*, round, by, kind, value, hoped):
    """Say that a `round` (RoundPage) hopes to hear `hoped` (int) people of one group, place or kind of support.

    `by`: User of the PMU. `kind`: "group", "place" or "support"; `value`: one of its values (str). What was said before
    of the same is replaced. Returns the Target. Raises PermissionDenied, ValidationError.
    """
    check_may_set(by)
    if kind not in VALUES or value not in VALUES[kind]:
        raise ValidationError({"what": NO_SUCH})
    if hoped < 1 or hoped > MOST:
        raise ValidationError({"hoped": NOT_ENOUGH if hoped < 1 else TOO_MANY})
    which = {"group": "", "place": "", "support": ""} | {kind: value}
    target, _ = Target.objects.update_or_create(round=round, **which, defaults={"hoped": hoped})
    log(instance=round, action="voices.target_set", user=by)
    return target


@transaction.atomic
def remove_target(*, target, by):
    """Hope for no number any more of what a `target` (Target) is of. Raises PermissionDenied."""
    check_may_set(by)
    round = target.round
    target.delete()
    log(instance=round, action="voices.target_removed", user=by)


def check_may_set(user):
    """Raise PermissionDenied unless `user` (User) may say how many people rounds hope to hear."""
    if not user.has_perm("voices.set_targets"):
        raise PermissionDenied(NOT_YOURS)


def count_all_so_far(*, day=None):
    """Keep who was heard in every round with targets that people can still answer, and once after it closed.

    Later nothing is counted anew: what somebody takes back after closing changes no number (SEAMS.md, Counting).
    Returns int: how many rounds were counted.
    """
    day = day or timezone.localdate()
    is_over = Q(closes_on__lt=day, heard_so_far__counted_on__gt=F("closes_on"))
    rounds = RoundPage.objects.defer(*LONG_TEXTS).filter(targets__isnull=False).exclude(is_over).distinct()
    return len([count_so_far(round=round, day=day) for round in rounds])


@transaction.atomic
def count_so_far(*, round, day=None):
    """Keep who was heard in a `round` (RoundPage) before a `day` (date; today when left out). Returns HeardSoFar."""
    day = day or timezone.localdate()
    start = timezone.make_aware(datetime.combine(day, time()))
    kept, _ = HeardSoFar.objects.update_or_create(
        round=round, defaults={"counted_on": day, "cells": cells_before(round, start)}
    )
    return kept
