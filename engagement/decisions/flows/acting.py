"""What happens next: who does what by when, and what was done."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.record.flows import append

from ..models import Action, Update
from ..permissions import check_may_record, may_record

NEEDS_WHAT = "Say in one sentence what is done."
NEEDS_OWNER = "Say which body does it."
NEEDS_DAY = "Say by which day."
NEEDS_WORDS = "Say in Easy Read what was done, or why not."
NOT_YET = "Choose today or a day before today."
IS_OVER = "This action is done or stopped already."
OTHER_DECISION = "Choose a reply of the same decision."


@transaction.atomic
def add_action(*, decision, by, what, owner, due_on, owner_role="", reply=None):
    """Add a thing that somebody has to do because of a decision.

    `decision`: Decision; `by`: User; `what`: one Easy Read sentence; `owner`: Body; `due_on`: date; `owner_role`: str,
    never a name; `reply`: the Reply it is for, or None. Returns the Action. Raises PermissionDenied, ValidationError.
    """
    check_may_record(by, decision.body)
    action = write_action(decision, what=what, owner=owner, due_on=due_on, owner_role=owner_role, reply=reply)
    log(instance=decision, action="decisions.action_added", user=by)
    if decision.published_at:
        record_action(action)
    return action


@transaction.atomic
def add_update(*, action, by, happened_on, state, words, at=None):
    """Add what was done about an action. Nothing is changed: a later update is added.

    `action`: Action; `by`: User who may record for the body that decided or the body that does it; `happened_on`: date;
    `state`: an Update.State; `words`: Easy Read; `at`: datetime of writing it down. Returns the Update.
    """
    check_may_update(action, by)
    errors = {} if words.strip() else {"words": NEEDS_WORDS}
    if happened_on > timezone.localdate():
        errors["happened_on"] = NOT_YET
    if errors:
        raise ValidationError(errors)
    if action.state in (Update.State.DONE, Update.State.STOPPED):
        raise ValidationError(IS_OVER)
    update = Update.objects.create(
        action=action,
        happened_on=happened_on,
        state=state,
        words=words.strip(),
        recorded_by=by,
        recorded_at=at or timezone.now(),
    )
    log(instance=action.decision, action="decisions.action_updated", user=by, data={"state": state})
    if action.decision.published_at:
        record_update(update)
    return update


def record_action(action, day=None):
    """Put on the record who does what by when. `action`: Action; `day`: date, today when left out."""
    decision, owner = action.decision.public_id, action.owner.public_id
    facts = {"decision": str(decision), "owner": str(owner), "due": action.due_on.isoformat()}
    append(fact="action.added", subject=action.public_id, data=facts, day=day, example=action.decision.is_example)


def record_update(update, day=None):
    """Put on the record how an action stands. `update`: Update; `day`: date, today when left out."""
    facts = {"state": update.state, "on": update.happened_on.isoformat()}
    action = update.action
    append(fact="action.updated", subject=action.public_id, data=facts, day=day, example=action.decision.is_example)


def check_may_update(action, by):
    """Raises PermissionDenied unless a user (`by`) records for the body that decided or for the one that acts."""
    if not may_record(by, action.owner):
        check_may_record(by, action.decision.body)


def write_actions(decision, actions):
    """Keep the actions of a `decision` (Decision). `actions`: dicts, see `record_decision`."""
    replies = {reply.theme_id: reply for reply in decision.replies.all()}
    for action in actions:
        values = dict(action)
        theme = values.pop("theme", None)
        write_action(decision, reply=replies.get(theme.pk) if theme else None, **values)


def write_action(decision, *, what, owner, due_on, owner_role="", reply=None):
    """Check and keep one action. Returns the Action. Raises ValidationError with a dict of fields."""
    needed = {"what": (what.strip(), NEEDS_WHAT), "owner": (owner, NEEDS_OWNER), "due_on": (due_on, NEEDS_DAY)}
    if errors := {name: sentence for name, (value, sentence) in needed.items() if not value}:
        raise ValidationError(errors)
    if reply and reply.decision_id != decision.pk:
        raise ValidationError({"reply": OTHER_DECISION})
    return Action.objects.create(
        decision=decision, reply=reply, what=what.strip(), owner=owner, owner_role=owner_role.strip(), due_on=due_on
    )
