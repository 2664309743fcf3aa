"""Recording what a body decided at a meeting, why, and its reply to each theme."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import log

from engagement.bodies.flows import find_or_add_meeting
from engagement.bodies.models import Meeting
from engagement.bodies.permissions import serves

from ..gates import correction_faults, faults
from ..models import Decision
from ..permissions import check_may_record
from .acting import write_actions
from .replying import write_replies

NOT_HELD = "This meeting has not happened yet. Choose a day that has passed, or today."
IS_OUT = "This outcome is published. Record a later decision that puts it right."
OTHER_PLAN = "Choose an earlier decision about the same plan."
NEEDS_WORDS = {
    "title": "Say in one sentence what was decided.",
    "plain": "Say in Easy Read what was decided.",
    "why": "Say in Easy Read why.",
}
TEXTS = ("title", "plain", "why", "standard", "equality_note", "correction_reason")
OTHERS = ("next_body", "next_by", "answers", "note_opened_on", "voices_opened_on")


@transaction.atomic
def record_from_minutes(*, by, body, held_on, proposal, place="", **words):
    """Record a decision of a body on a day; its meeting is written down when it is not known yet.

    `body`: Body; `held_on`: date; `place`: str; the rest as `record_decision` takes it. Returns the Decision.
    """
    check_may_record(by, body)
    if held_on > timezone.localdate():
        raise ValidationError({"held_on": NOT_HELD})
    meeting = find_or_add_meeting(body=body, held_on=held_on, by=by, place=place, is_example=proposal.is_example)
    return record_decision(by=by, meeting=meeting, proposal=proposal, **words)


@transaction.atomic
def record_decision(*, by, meeting, proposal, kind, replies=(), actions=(), slug="", at=None, **words):
    """Record what a body did at a meeting about a plan. It is not public until its outcome is published.

    `by`: User; `meeting`: Meeting; `proposal`: ProposalPage; `kind`: a Decision.Kind; `slug`: str, made from the title
    when left out; `at`: datetime. `words`: title, plain, why, standard, equality_note, correction_reason (str),
    next_body (Body), next_by (date), answers (the earlier Decision it answers or corrects), note_opened_on and
    voices_opened_on (date: when the body opened what it must know first, 3.11). `replies`: dicts with theme, answer,
    reason and, where they apply, standard, whose, answer_by. `actions`: dicts with what, owner, due_on, owner_role and
    theme.
    Refused where the body has no authority (6.6). The PMU writes from minutes: not yet confirmed by the body.
    The same press again, because its answer was lost, gives the decision that stands (R2).
    Returns the Decision. Raises PermissionDenied, or ValidationError with a dict of fields; then nothing is kept.
    """
    check_may_record(by, meeting.body)
    if meeting.held_on > timezone.localdate():
        raise ValidationError({"held_on": NOT_HELD})
    at = at or timezone.now()
    confirmed = at if serves(by, meeting.body) else None
    decision = Decision(proposal=proposal, meeting=meeting, recorded_by=by, recorded_at=at, confirmed_at=confirmed)
    _fill(decision, kind, words)
    if standing := _pressed_before(decision, replies, actions):
        return standing
    decision.slug = slug or _free_slug(decision.title)
    _keep(decision, replies, actions)
    log(instance=decision, action="decisions.recorded", user=by)
    return decision


@transaction.atomic
def change_decision(*, decision, by, kind, replies=(), actions=(), **words):
    """Write an unpublished decision anew; `actions` are added to those it has. Arguments as in `record_decision`.

    What was published is never changed: a later decision puts it right. Returns the Decision.
    """
    check_may_record(by, decision.body)
    decision.refresh_from_db(fields=["published_at"], from_queryset=Decision.objects.select_for_update())
    if decision.published_at:
        raise ValidationError(IS_OUT)
    _fill(decision, kind, words)
    if not serves(by, decision.body):
        decision.confirmed_at = None
    _keep(decision, replies, actions)
    log(instance=decision, action="decisions.changed", user=by)
    return decision


def _fill(decision, kind, words):
    decision.kind = kind
    for name in TEXTS:
        setattr(decision, name, words.get(name, "").strip())
    for name in OTHERS:
        setattr(decision, name, words.get(name))
    errors = {name: sentence for name, sentence in NEEDS_WORDS.items() if not getattr(decision, name)}
    errors |= faults(kind=kind, body=decision.body, proposal=decision.proposal, next_body=decision.next_body)
    if decision.answers and not _is_earlier(decision.answers, decision):
        errors["answers"] = OTHER_PLAN
    errors |= correction_faults(decision)
    if errors:
        raise ValidationError(errors)
    decision.authority = decision.body.authority_to_decide if kind == Decision.Kind.DECIDED else None


def _pressed_before(decision, replies, actions):
    """The unpublished decision that the same person wrote in the same words with the same replies, or None."""
    Meeting.objects.select_for_update().get(pk=decision.meeting.pk)  # two presses at once follow each other
    same = {name: getattr(decision, name) for name in ("proposal", "meeting", "recorded_by", "kind", *TEXTS, *OTHERS)}
    said = {(getattr(r.get("theme"), "pk", None), r.get("answer"), r.get("reason", "").strip()) for r in replies}
    done = {action.get("what", "").strip() for action in actions}
    for standing in Decision.objects.filter(**same, published_at=None):
        written = set(standing.replies.values_list("theme", "answer", "reason"))
        if written == said and set(standing.actions.values_list("what", flat=True)) == done:
            return standing
    return None


def _is_earlier(earlier, decision):
    """Whether `earlier` is about the same plan and came first. No two decisions can then answer each other."""
    first, then = ((each.meeting.held_on, each.pk or float("inf")) for each in (earlier, decision))
    return earlier.proposal_id == decision.proposal_id and first < then


def _keep(decision, replies, actions):
    decision.save()
    write_replies(decision, replies)
    write_actions(decision, actions)


def _free_slug(title):
    """An address made from a title (str) that no other decision has. Returns str."""
    start = slugify(title)[:100].strip("-") or "decision"
    taken = set(Decision.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    numbered = (f"{start}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (start, *numbered) if slug not in taken)
