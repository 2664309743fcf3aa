"""Printing paper forms: the one that anybody may print, and numbered copies to give out (3.5)."""

import uuid

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from engagement.proposals.models import RoundPage

from ..models import PaperBatch, PaperCopy
from ..paper.asking import asked_of, digest_of, is_question
from ..paper.codes import lot_of, new_code
from ..paper.permissions import check_may_print

MOST_COPIES = 30  # about 350 pages: more would take much memory at once (docs/paper.md)
HOW_MANY = f"Choose a number from 1 to {MOST_COPIES}."
NOTHING_ASKED = "This has no questions, so there is no form."
TRIES = 5  # for codes that no other form has


@transaction.atomic
def public_form(*, round):
    """The form of a `round` (RoundPage) that anybody may print, as its questions stand now. Returns a PaperBatch.

    The same questions always give the same one, so that a form is typed in as it was printed. Raises ValidationError
    when nothing is asked.
    """
    # Ideas to pick stand in another order each day, as on the website (Q3).
    asked = checked_asked(round, is_numbered=False, shuffled_by=timezone.localdate().isoformat())
    digest = digest_of(asked)
    known = PaperBatch.objects.filter(round=round, digest=digest, code__isnull=False).first()
    batch = known or make_public(round, asked, digest)
    batch.round = round
    return batch


def checked_asked(round, **how):
    """As `asked_of`. Raises ValidationError when a `round` (RoundPage) asks nothing."""
    asked = asked_of(round, **how)
    if not any(map(is_question, asked)):
        raise ValidationError(NOTHING_ASKED, code="nothing")
    return asked


def make_public(round, asked, digest):
    """Store a public form. Two at once give the same one. Returns a PaperBatch."""
    for last in (False,) * (TRIES - 1) + (True,):
        try:
            with transaction.atomic():
                values = {"code": free_codes(1)[0], "asked": asked}
                return PaperBatch.objects.get_or_create(
                    round=round, digest=digest, code__isnull=False, defaults=values
                )[0]
        except IntegrityError:
            if last:
                raise


@transaction.atomic
def print_copies(*, round, by, count, organisation=None):
    """Number `count` (int) copies of a form, to be printed for a visit or a day centre.

    `round`: RoundPage; `by`: User; `organisation`: Body at which they work, None for the Programme Management Unit.
    Returns the PaperBatch. Raises PermissionDenied, or ValidationError when nothing is asked or it is too many.
    """
    check_may_print(by, organisation)
    if not 1 <= count <= MOST_COPIES:
        raise ValidationError(HOW_MANY, code="count")
    public_id = uuid.uuid4()
    asked = checked_asked(round, is_numbered=True, shuffled_by=str(public_id))
    batch = PaperBatch.objects.create(
        public_id=public_id, round=round, by=by, organisation=organisation, asked=asked, digest=digest_of(asked)
    )
    add_copies(batch, count, organisation)
    return batch


def add_copies(batch, count, organisation):
    """Insert `count` (int) copies of a batch with the next numbers of its round, for a Body or None. Returns a list."""
    RoundPage.objects.select_for_update(of=("self",)).only("pk").get(pk=batch.round_id)  # one number is given once
    last = PaperCopy.objects.filter(round=batch.round_id).aggregate(last=Max("number"))["last"] or 0
    copies = [
        PaperCopy(
            batch=batch,
            round_id=batch.round_id,
            organisation=organisation,
            number=last + place,
            code=code,
            lot=lot_of(code),
        )
        for place, code in enumerate(free_codes(count), start=1)
    ]
    return PaperCopy.objects.bulk_create(copies)


def free_codes(count):
    """So many codes that no form has yet. Returns a list of str."""
    found = set()
    while len(found) < count:
        found |= {new_code() for _ in range(count - len(found))}
        found -= set(PaperCopy.objects.filter(code__in=found).values_list("code", flat=True))
        found -= set(PaperBatch.objects.filter(code__in=found).values_list("code", flat=True))
    return list(found)
