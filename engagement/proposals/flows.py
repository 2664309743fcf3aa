"""Opening and closing: a round is cleared when every gate holds; its last day moves later only (docs/opening.md)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail import hooks
from wagtail.log_actions import log

from easyread.dates import full_date
from easyread.signals import content_changed
from easyread.wording import errors_in_words
from engagement.record.flows import append
from engagement.record.models import Entry

from .fixed import SWITCHES
from .gates import easy_read_is_there, reasons_not_to_open, standard_is_there
from .models import ClosingMoved, ProposalPage, RoundPage
from .permissions import check_may_close_later

OPENED, CLOSED, MOVED = "round.opened", "round.closed", "round.closing_moved"
HAS_CLOSED = "This round has closed. Its last day cannot move now."
NOT_CLEARED = "This round cannot open yet. Change its last day in its page."
ALWAYS_OPEN = "This round is always open. It has no last day."
NOT_LATER = "Choose a day after {day}. The last day never moves to an earlier day."
AFTER_DECISION = "The body wants to decide on {day}. Choose an earlier day, or change that day in the plan first."
NEEDS_REASON = "Say why in Easy Read. Everybody can read the reason."


@transaction.atomic
def settle_opening(*, round):
    """Clear a live `round` (RoundPage) that meets every gate, take that away when it no longer does, note an opening.

    Called after each change that may matter: of the page, its plan, or the body that decides. A round that has opened
    stays cleared: a correction leaves it open (SEAMS.md). Returns the RoundPage as it stands now.
    """
    row = RoundPage.objects.select_for_update(of=("self",)).get(pk=round.pk)
    if not row.has_opened:
        note_formats(row)
        passes = row.live and not reasons_not_to_open(row, row.live_revision)
        keep_days(
            row, about_draft=draft_of(row), cleared_on=(row.cleared_on or timezone.localdate()) if passes else None
        )
    record_opening(round=row)
    return row


def note_formats(row):
    """Keep the day on which both versions of a round were live first; the PDF is made from them (T10)."""
    all_live = row.live and easy_read_is_there(row) and standard_is_there(row)
    keep_days(row, formats_live_on=(row.formats_live_on or timezone.localdate()) if all_live else None)


def draft_of(row):
    """The number of the draft that people will be asked about, as the hooks `round_draft` say: int, or None."""
    return next((number for give in hooks.get_hooks("round_draft") if (number := give(row))), None)


def keep_days(row, **days):
    """Store `days` (field → date or None) of a round, and tell the site's history when it was cleared or no longer."""
    was_cleared = row.cleared_on
    if all(getattr(row, name) == day for name, day in days.items()):
        return
    RoundPage.objects.filter(pk=row.pk).update(**days)
    for name, day in days.items():
        setattr(row, name, day)
    if row.cleared_on != was_cleared:
        log(instance=row, action="proposals.cleared" if row.cleared_on else "proposals.not_cleared")
    content_changed.send(sender=RoundPage)


def settle_plan(*, plan):
    """Settle every round of a `plan` (ProposalPage) that has not opened yet."""
    for row in RoundPage.objects.child_of(plan).coming_on(timezone.localdate()):
        settle_opening(round=row)


def settle_body(*, body):
    """Settle every round that a `body` (Body) will decide about and that has not opened yet."""
    for plan in ProposalPage.objects.filter(decided_by=body):
        settle_plan(plan=plan)


@transaction.atomic
def close_later(*, round, on, reason, by):
    """Move the last day of a cleared `round` (RoundPage) to a later day, with a public reason (3.13).

    `on`: date; `reason`: Easy Read words that everybody can read; `by`: User. Returns the ClosingMoved. Raises
    PermissionDenied, and ValidationError for an earlier day, no reason, a round that has closed, or a day on which the
    body has decided already.
    """
    row = RoundPage.objects.select_for_update(of=("self",)).get(pk=round.pk)
    check_may_close_later(by, row)
    refuse_to_move(row, on)
    refuse_reason(reason)
    moved = ClosingMoved.objects.create(
        round=row, moved_from=row.closes_on, moved_to=on, reason=reason.strip(), made_by=by
    )
    RoundPage.objects.filter(pk=row.pk).update(closes_on=on)
    log(instance=row, action="proposals.closing_moved", user=by, data={"to": on.isoformat()})
    record_opening(round=row)
    days = {"from": moved.moved_from.isoformat(), "to": on.isoformat(), "reason": moved.reason}
    append(fact=MOVED, subject=row.public_id, data=days, example=row.is_example)
    content_changed.send(sender=ClosingMoved)
    round.closes_on = on
    return moved


@transaction.atomic
def switch_holding_back(*, round, by, **switches):
    """Switch what holds back machines in a `round` (RoundPage), at once and without a new version (Q9).

    `switches`: sets_trap, holds_back_fast, limits_starts (bool each; left out: as it is). Raises PermissionDenied.
    """
    row = RoundPage.objects.select_for_update(of=("self",)).get(pk=round.pk)
    check_may_close_later(by, row)
    wanted = {name: bool(switches[name]) for name in SWITCHES if name in switches}
    RoundPage.objects.filter(pk=row.pk).update(**wanted)
    log(instance=row, action="proposals.holding_back", user=by, data=wanted)
    content_changed.send(sender=RoundPage)


def refuse_to_move(row, on):
    """Raise ValidationError when the last day of a round `row` may not move to the day `on` (date)."""
    if not row.cleared_on:
        raise ValidationError(NOT_CLEARED)
    if row.closes_on is None:
        raise ValidationError(ALWAYS_OPEN)
    if row.closes_on < timezone.localdate():
        raise ValidationError(HAS_CLOSED)
    if on <= row.closes_on:
        raise ValidationError({"on": NOT_LATER.format(day=full_date(row.closes_on))})
    decide_on = row.proposal and row.proposal.decide_on
    if decide_on and on >= decide_on:
        raise ValidationError({"on": AFTER_DECISION.format(day=full_date(decide_on))})


def refuse_reason(reason):
    """Raise ValidationError unless `reason` (str) says something, in Easy Read."""
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_REASON})
    if errors := errors_in_words(reason):
        raise ValidationError({"reason": [f"“{error.text}”: {error.message}" for error in errors]})


@transaction.atomic
def record_openings():
    """Append each round whose day to open has come. Safe to run again, on any day: each fact stands once, with the
    day it happened. Returns how many (int)."""
    today = timezone.localdate()
    for row in RoundPage.objects.coming_on(today):
        settle_opening(round=row)
    return sum(record_opening(round=row) for row in RoundPage.objects.live().opened_by(today).order_by("opens_on"))


@transaction.atomic
def record_closings():
    """The same for each round whose last day has passed, best after its last voices. Returns how many (int)."""
    today = timezone.localdate()
    closed = RoundPage.objects.opened_by(today).filter(closes_on__lt=today).order_by("closes_on")
    return sum(record_closing(round=row) for row in closed)


def record_opening(*, round):
    """Append that a `round` (RoundPage) opened, with what people were told, unless it is there. Returns 0 or 1."""
    if not (round.live and round.has_opened) or is_recorded(round, OPENED):
        return 0
    plan = round.proposal
    told = {
        "kind": round.kind,
        "promise": round.promise,
        "closes_on": round.closes_on and round.closes_on.isoformat(),
        "decided_by": plan and str(plan.decided_by.public_id),
        "short_reason": round.short_reason,
    }
    if round.about_draft:
        told["draft"] = round.about_draft
    append(fact=OPENED, subject=round.public_id, data=told, day=round.opened_on, example=round.is_example)
    return 1


def record_closing(*, round):
    """Append that a `round` (RoundPage) whose opening is on the record has closed, once. Returns 0 or 1."""
    if is_recorded(round, CLOSED) or not is_recorded(round, OPENED):
        return 0
    append(fact=CLOSED, subject=round.public_id, day=round.closes_on, example=round.is_example)
    return 1


def is_recorded(round, fact):
    """Whether a `fact` (str) about a `round` (RoundPage) is on the record. Returns bool."""
    return Entry.objects.about(round.public_id).filter(fact=fact).exists()
