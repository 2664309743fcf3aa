"""What must hold before a decision counts: authority, a reply to each theme, and what people said before it."""

from django.db.models import Q
from django.utils import timezone

from engagement.heard.models import Theme
from engagement.proposals.models import RoundPage

from .models import Decision, Reply

NO_AUTHORITY = "This body has no authority to decide. It can give advice. Then say who decides next."
NOT_NAMED = "The plan does not say that this body decides. Change who decides in the plan first."
NEEDS_NEXT = "Say which body answers next."
NEXT_IS_ITSELF = "Choose another body. This is the body that met."
CANNOT_DECIDE_NEXT = "Choose a body that can decide. This body can only give advice."
NO_EQUALITY_NOTE = "Say how the body thought about what is fair."
NO_NOTE_DAY = "Say on which day the body opened the equality note."
NO_VOICES_DAY = "Say on which day the body opened the summary of voices."
TOO_LATE = "The body must open this on or before the day of the meeting."
ROUND_OPEN = "“{}” had not closed on that day. So there was no summary of voices yet."
NO_CORRECTION_REASON = "Say in Easy Read why there is a newer decision."
EARLIER_NOT_OUT = "Publish the earlier decision first. Or change it."
OPEN_ANSWERS = (Reply.Answer.NOT_OURS, Reply.Answer.NOT_YET)
NOT_DECIDED = (Decision.Kind.NOTED, Decision.Kind.PUT_OFF, Decision.Kind.NOT_OURS)


def themes_to_answer(proposal):
    """The themes of every published What we heard of a plan (ProposalPage), and those that the plan began with.

    In order, as a queryset of Theme.
    """
    heard = Theme.objects.behind(proposal).select_related("round", "picture")
    return heard.order_by("round__opens_on", "sort_order", "pk")


def rounds_not_heard(proposal):
    """Rounds of a plan (ProposalPage) in which people said something and what was heard is not published."""
    rounds = RoundPage.objects.child_of(proposal).filter(voices__isnull=False)
    return rounds.exclude(what_we_heard__published_at__isnull=False).distinct()


def rounds_not_over(proposal):
    """Live rounds of a plan (ProposalPage) that are open today or still to come: too early to decide (3.13)."""
    rounds = RoundPage.objects.child_of(proposal).live()
    return rounds.filter(Q(closes_on=None) | Q(closes_on__gte=timezone.localdate()))


def is_named(body, proposal):
    """Whether a `body` (Body) is one that decides a plan: the plan names it, or another body passed it on.

    What it said itself does not count, so that no body can name itself (6.6).
    """
    passed_on = proposal.decisions.filter(Q(next_body=body) | Q(replies__whose=body)).exclude(meeting__body=body)
    return body.pk == proposal.decided_by_id or passed_on.exists()


def faults(*, kind, body, proposal, next_body):
    """What is wrong with who decides. `kind`: a Decision.Kind. Returns a dict: name of the field → sentence."""
    if kind == Decision.Kind.DECIDED:
        if not body.can_decide:
            return {"kind": NO_AUTHORITY}
        return {} if is_named(body, proposal) else {"kind": NOT_NAMED}
    if next_body is None:
        return {"next_body": NEEDS_NEXT}
    if kind == Decision.Kind.NOT_OURS and next_body == body:
        return {"next_body": NEXT_IS_ITSELF}
    if kind == Decision.Kind.RECOMMENDED and not next_body.can_decide:
        return {"next_body": CANNOT_DECIDE_NEXT}
    return {}


def unanswered(decision):
    """The themes that a `decision` (Decision) does not reply to yet, as a list of Theme (DESIGN.md 6.7)."""
    answered = set(decision.replies.values_list("theme", flat=True))
    return [theme for theme in themes_to_answer(decision.proposal) if theme.pk not in answered]


def reasons_not_to_publish(decision):
    """Why a `decision` (Decision) cannot be published yet, as a list of Easy Read sentences."""
    found = faults(kind=decision.kind, body=decision.body, proposal=decision.proposal, next_body=decision.next_body)
    reasons = list(found.values())
    reasons += [f"Answer the theme “{theme.title}” and say why." for theme in unanswered(decision)]
    reasons += [f"Say why in Easy Read for “{reply.theme.title}”." for reply in without_reason(decision)]
    if decision.kind == Decision.Kind.DECIDED:
        reasons += [f"Wait until “{round.title}” has closed." for round in rounds_not_over(decision.proposal)]
        rounds = rounds_not_heard(decision.proposal)
        reasons += [f"Publish what we heard in “{round.title}” first." for round in rounds]
        reasons += missing_before_deciding(decision)
    if decision.answers and not decision.answers.published_at:
        reasons.append(EARLIER_NOT_OUT)
    return reasons + list((opened_faults(decision) | correction_faults(decision)).values())


def missing_before_deciding(decision):
    """What a body must be given before it decides (3.11) and a `decision` does not say. A list of sentences."""
    needed = (
        (decision.equality_note.strip(), NO_EQUALITY_NOTE),
        (decision.note_opened_on, NO_NOTE_DAY),
        (decision.voices_opened_on, NO_VOICES_DAY),
    )
    return [sentence for value, sentence in needed if not value]


def opened_faults(decision):
    """What is wrong with the days on which a body opened what it must know. A dict: name of the field → sentence."""
    if decision.kind != Decision.Kind.DECIDED:
        return {}
    met = decision.meeting.held_on
    days = {name: getattr(decision, name) for name in ("note_opened_on", "voices_opened_on")}
    errors = {name: TOO_LATE for name, day in days.items() if day and day > met}
    opened = decision.voices_opened_on
    if opened and "voices_opened_on" not in errors and (round := still_open(decision.proposal, opened, met)):
        errors["voices_opened_on"] = ROUND_OPEN.format(round.title)
    return errors


def still_open(proposal, opened, met):
    """A round that opened before a meeting (`met`: date) and had not closed on the day `opened` (date), or None."""
    rounds = RoundPage.objects.child_of(proposal).live().filter(opens_on__lte=met)
    return rounds.filter(Q(closes_on=None) | Q(closes_on__gte=opened)).first()


def correction_faults(decision):
    """What a correction lacks. Returns a dict: name of the field → sentence."""
    earlier = decision.answers
    if decision.correction_reason.strip() or earlier is None or earlier.kind != Decision.Kind.DECIDED:
        return {}
    owes = earlier.replies.filter(answer__in=OPEN_ANSWERS).exists()  # then it may be the answer that was promised
    return {} if owes else {"correction_reason": NO_CORRECTION_REASON}


def without_reason(decision):
    """The replies of a `decision` (Decision) whose reason is only spaces, as a list of Reply."""
    replies = Reply.objects.filter(decision=decision).select_related("theme")
    return [reply for reply in replies if not reply.reason.strip()]
