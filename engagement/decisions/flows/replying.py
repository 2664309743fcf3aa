"""The reply of a body to each theme: what it answers and why (DESIGN.md 6.7)."""

from django.core.exceptions import ValidationError

from ..gates import NOT_DECIDED, OPEN_ANSWERS, themes_to_answer
from ..models import Action, Reply

OTHER_PLAN = "This theme is not in what we heard about this plan."
NEEDS_REASON = "“{}”: say why in Easy Read."
NEEDS_WHOSE = "“{}”: say which body can answer."
WHOSE_IS_ITSELF = "“{}”: choose another body. This is the body that met."
NEEDS_DAY = "“{}”: say by which day there is an answer."
DID_NOT_DECIDE = "“{}”: the body did not decide. So the answer is “Not ours to decide” or “Not yet”."


def write_replies(decision, replies):
    """Keep the replies of a `decision` (Decision), in place of those it had. `replies`: dicts, see `record_decision`.

    Raises ValidationError for "replies" with one sentence for each fault.
    """
    known = {theme.pk for theme in themes_to_answer(decision.proposal)}
    faults = [fault for reply in replies if (fault := _fault(decision, reply, known))]
    if faults:
        raise ValidationError({"replies": faults})
    kept = [_write(decision, **reply) for reply in replies]
    gone = decision.replies.exclude(pk__in=kept)
    Action.objects.filter(reply__in=gone).update(reply=None)
    gone.delete()


def _fault(decision, reply, known):
    theme, answer = reply["theme"], reply["answer"]
    if theme.pk not in known:
        return OTHER_PLAN
    if decision.kind in NOT_DECIDED and answer not in OPEN_ANSWERS:
        return DID_NOT_DECIDE.format(theme)
    if not reply.get("reason", "").strip():
        return NEEDS_REASON.format(theme)
    if answer == Reply.Answer.NOT_OURS and not reply.get("whose"):
        return NEEDS_WHOSE.format(theme)
    if answer == Reply.Answer.NOT_OURS and reply["whose"] == decision.body:
        return WHOSE_IS_ITSELF.format(theme)
    if answer == Reply.Answer.NOT_YET and not reply.get("answer_by"):
        return NEEDS_DAY.format(theme)
    return None


def _write(decision, *, theme, answer, reason, standard="", whose=None, answer_by=None):
    values = {
        "answer": answer,
        "reason": reason.strip(),
        "standard": standard.strip(),
        "whose": whose if answer == Reply.Answer.NOT_OURS else None,
        "answer_by": answer_by if answer == Reply.Answer.NOT_YET else None,
    }
    reply, _ = Reply.objects.update_or_create(decision=decision, theme=theme, defaults=values)
    return reply.pk
