"""Saying of a standard sentence that the Easy Read says it, or why it is left out."""

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from ..covering import rows_of
from ..models import Covering
from .bringing import page_to_change

SAY_WHICH = "Choose one answer."
SAY_WHY = "Say why we leave this out."
IS_GONE = "This sentence was changed. Look at the page again."


@transaction.atomic
def say_covered(*, page, fingerprint, verdict, words="", by):
    """Keep what an editor says of one standard sentence of the newest draft of a `page` (EasyReadPage).

    `fingerprint` (str): which sentence; `verdict`: a value of Covering.Verdict; `words`: which Easy Read words say it,
    or why it is left out (needed then); `by`: User. Returns the Covering. Raises PermissionDenied, ValidationError.
    """
    row = row_now(page, fingerprint, by)
    if verdict not in Covering.Verdict.values:
        raise ValidationError({"verdict": SAY_WHICH})
    left_out = verdict == Covering.Verdict.LEFT_OUT
    if left_out and not words.strip():
        raise ValidationError({"words": SAY_WHY})
    told = {"why": words.strip(), "covered_by": ""} if left_out else {"why": "", "covered_by": words.strip()}
    covering, _ = Covering.objects.update_or_create(
        page_id=page.pk,
        fingerprint=fingerprint,
        defaults={"sentence": row.sentence, "verdict": verdict, "made_by": by, **told},
    )
    log(instance=page, action="easyread.covered", user=by, data={"verdict": verdict, "sentence": row.sentence[:200]})
    return covering


@transaction.atomic
def take_covering_back(*, page, fingerprint, by):
    """Take back what was said of one standard sentence. Raises PermissionDenied, ValidationError."""
    row = row_now(page, fingerprint, by)
    Covering.objects.filter(page_id=page.pk, fingerprint=fingerprint).delete()
    log(instance=page, action="easyread.covered", user=by, data={"verdict": "", "sentence": row.sentence[:200]})


def row_now(page, fingerprint, by):
    """The Row of the sentence with this `fingerprint` (str) in the newest draft. Refuses who may not edit the page."""
    draft = page_to_change(page, by).get_latest_revision_as_object()
    found = next((row for row in rows_of(draft) if row.fingerprint == fingerprint), None)
    if found is None:
        raise ValidationError(IS_GONE)
    return found
