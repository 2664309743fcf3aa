"""Confirming a decision and publishing its outcome."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.bodies.permissions import serves
from engagement.record.flows import append

from ..gates import reasons_not_to_publish
from ..models import Decision
from ..permissions import check_may_publish, may_record
from .acting import record_action, record_update
from .summarising import keep_summary

IS_OUT = "This outcome is published already."
IS_CONFIRMED = "The body has confirmed this already."


@transaction.atomic
def confirm_decision(*, decision, by, at=None):
    """A secretary of the body says that the record is right. Returns the Decision.

    Raises PermissionDenied for anybody else, also for the PMU: only the body can say so.
    """
    if not (serves(by, decision.body) and may_record(by, decision.body)):
        raise PermissionDenied("Only a secretary of this body can confirm what it decided.")
    _look_again(decision)
    if decision.confirmed_at:
        raise ValidationError(IS_CONFIRMED)
    decision.confirmed_at = at or timezone.now()
    decision.save(update_fields=["confirmed_at"])
    log(instance=decision, action="decisions.confirmed", user=by)
    if decision.published_at:
        append(fact="decision.confirmed", subject=decision.public_id, example=decision.is_example)
    return decision


@transaction.atomic
def publish_outcome(*, decision, by, at=None):
    """Let everybody see what a body decided, why, and its reply to each theme.

    `decision`: Decision; `by`: User; `at`: datetime, now when left out. Returns the Decision. Raises PermissionDenied,
    or ValidationError with one sentence for each thing that is missing: a reply, a reason, what was heard (6.6, 6.7).
    """
    check_may_publish(by)
    _look_again(decision)
    if decision.published_at:
        raise ValidationError(IS_OUT)
    if reasons := reasons_not_to_publish(decision):
        raise ValidationError(reasons)
    decision.published_at = at or timezone.now()
    decision.save(update_fields=["published_at"])
    summaries = keep_summary(decision)
    log(instance=decision, action="decisions.published", user=by)
    append(
        fact="decision.published",
        subject=decision.public_id,
        data=public_facts(decision, summaries),
        day=timezone.localdate(decision.published_at),
        example=decision.is_example,
    )
    _record_actions(decision)
    return decision


def public_facts(decision, summaries):
    """What the record keeps of a `decision` (Decision) with its `summaries` (list of RoundSummary), as a dict."""
    return {
        "plan": str(decision.proposal.public_id),
        "body": str(decision.body.public_id),
        "met": decision.meeting.held_on.isoformat(),
        "kind": decision.kind,
        "answers": str(decision.answers.public_id) if decision.answers else None,
        "note_opened": day_or_none(decision.note_opened_on),
        "voices_opened": day_or_none(decision.voices_opened_on),
        "voices": {str(row.round.public_id): None if row.is_hidden else row.voices for row in summaries},
        "replies": {str(reply.theme.public_id): reply.answer for reply in decision.replies.select_related("theme")},
    }


def day_or_none(day):
    """A `day` (date or None) as the record writes it: str or None."""
    return day.isoformat() if day else None


def _record_actions(decision):
    """What was promised, and done, before its outcome was public is on the record too."""
    day = timezone.localdate(decision.published_at)
    for action in decision.actions.all():
        record_action(action, day=day)
        for update in action.updates.all():
            record_update(update, day=day)


def _look_again(decision):
    """Read from the database whether it is out or confirmed, so that pressing twice at once is seen."""
    fields = ["confirmed_at", "published_at"]
    decision.refresh_from_db(fields=fields, from_queryset=Decision.objects.select_for_update())
