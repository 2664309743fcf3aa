"""Giving the tablet to the person and taking it back, without either seeing the other's screens (docs/support.md)."""

import re

from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ..keys import key_of, new_secret
from ..models import HandOver
from ..models.voices import Provenance
from .visiting import check_own, check_unsent

NEEDS_NUMBER = "Type a number with 4 digits."
TOO_EASY = "Choose another number. This one is easy to guess."
NOTHING_LEFT = "Every question has an answer. There is nothing left to ask."
WRONG_NUMBER = "This is not the right number."
LOCKED = "The number was wrong too often. Please sign in with a code."
EASY = {f"{digit}" * 4 for digit in range(10)} | {"1234", "4321", "0123", "2580"}


@transaction.atomic
def hand_over(*, support, by, number="", now=None):
    """Give the tablet to the person. Returns (HandOver, str): the secret for this tablet alone.

    `support`: Support; `by`: its worker (User). `number`: 4 digits with which the worker takes it back, "" for staff,
    who sign in again. The person is asked what has no answer yet; that list is fixed now (Q11). Raises
    PermissionDenied, ValidationError.
    """
    draft = check_unsent(support, by, now)
    if may_use_number(by):
        check_number(number)
    given = set(draft.answers.values_list("question", flat=True))
    asked = draft.round.question_rows.filter(pk__in=draft.question_ids, ended_at=None).values_list("pk", flat=True)
    left = [pk for pk in draft.question_ids if pk in set(asked) - given]
    if not left:
        raise ValidationError(NOTHING_LEFT, code="nothing")
    secret = new_secret()
    pin = make_password(number) if may_use_number(by) else ""
    over = HandOver.objects.create(support=support, key=key_of(secret), pin=pin, question_ids=left)
    return over, secret


def may_use_number(user):
    """Whether `user` (User) may take a tablet back with a number. Staff may not: it would go round the second step."""
    return not user.has_perm("wagtailadmin.access_admin")


def check_number(number):
    """Raise ValidationError unless `number` (str) is 4 digits that are not the first ones to be tried."""
    if not re.fullmatch(r"[0-9]{4}", number, re.ASCII):
        raise ValidationError({"number": NEEDS_NUMBER})
    if number in EASY:
        raise ValidationError({"number": TOO_EASY})


@transaction.atomic
def finish_alone(*, over):
    """The person is finished: their screens are shut, and their answers are theirs alone. `over`: HandOver."""
    over = locked(over)
    if over.finished_at is None and over.taken_back_at is None:
        over.finished_at = timezone.now()
        over.save(update_fields=["finished_at"])
    return over


def take_back_by_number(*, over, number):
    """Take the tablet back with the `number` (str). Returns the worker (User), who is to be signed in.

    A wrong one is counted even though it is refused; after some only signing in helps. Raises ValidationError.
    """
    with transaction.atomic():
        over = locked(over)
        if over.is_locked or over.taken_back_at:
            refusal = LOCKED
        elif check_password(number.strip(), over.pin) and over.support.by.is_active:
            end(over)
            return over.support.by
        else:
            over.tries += 1
            over.save(update_fields=["tries"])
            refusal = LOCKED if over.is_locked else WRONG_NUMBER
    raise ValidationError({"number": refusal}, code="locked" if refusal == LOCKED else "wrong")


@transaction.atomic
def take_back_signed_in(*, support, by):
    """Take the tablet back by having signed in again, on any device: the person's screens stop. Returns bool."""
    check_own(support, by)
    over = support.hand_overs.out().first()
    if over is None:
        return False
    end(locked(over))
    return True


def end(over):
    """Shut the person's screens for good. What they answered is theirs: own words, and not for the worker to read."""
    over.taken_back_at, over.pin = timezone.now(), ""
    over.save(update_fields=["taken_back_at", "pin"])
    answers = over.support.draft.answers.filter(question__in=over.question_ids)
    answers.update(alone=True, provenance=Provenance.OWN_WORDS)


def locked(over):
    """The HandOver as it is now, held until this transaction ends."""
    rows = HandOver.objects.select_for_update(of=("self",)).select_related("support__by", "support__draft")
    return rows.get(pk=over.pk)
