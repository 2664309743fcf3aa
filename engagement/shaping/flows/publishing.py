"""Publishing a draft: what it says, what changed, and because of whom."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.record.flows import append

from ..gates import reasons_not_to_publish
from ..models import Draft
from ..permissions import check_may_publish

NOT_YET = "Choose today or a day before today."


@transaction.atomic
def publish_draft(*, draft, by, on=None, date_words=""):
    """Let everybody see a draft.

    `draft`: Draft; `by`: User; `on`: date of the draft, today when left out. `date_words`: what is known of its day
    when the day is not known; it is then published without a day. Returns the Draft.
    Raises PermissionDenied, or ValidationError with one sentence for each thing that is missing.
    """
    check_may_publish(by)
    today = timezone.localdate()
    stored = Draft.objects.select_for_update().get(pk=draft.pk)  # two presses at once publish once
    draft.published_on, draft.date_words = stored.published_on, stored.date_words
    if reasons := reasons_not_to_publish(draft):
        raise ValidationError(reasons)
    if on and on > today:
        raise ValidationError({"on": NOT_YET})
    draft.date_words = date_words.strip()
    draft.published_on = None if draft.date_words else on or today
    draft.save()
    log(instance=draft, action="shaping.published", user=by)
    record_draft(draft)
    return draft


def record_draft(draft):
    """Put on the record that a `draft` (Draft) is out: its plan, its number and how many changes it took."""
    plan, taken = draft.proposal, draft.changes.filter(taken=True).count()
    facts = {"number": draft.number, "changes": taken, "plan": str(plan.public_id)}
    append(fact="draft.published", subject=draft.public_id, data=facts, example=plan.is_example)
