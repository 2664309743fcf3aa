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
NOT_DECIDED = (Decision.Kind.NOTED, Decision.Kind.PUT_OFF, Decision.Kind.NOT_OURS)


def themes_to_answer(proposal):
    """The themes of every published What we heard of a plan (ProposalPage), in order. A queryset of Theme."""
    rounds = RoundPage.objects.child_of(proposal)
    heard = Theme.objects.filter(round__in=rounds, round__what_we_heard__published_at__isnull=False)
    return heard.select_related("round", "picture").order_by("round__opens_on", "sort_order", "pk")


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
        if not decision.equality_note.strip():
            reasons.append(NO_EQUALITY_NOTE)
    return reasons


def without_reason(decision):
    """The replies of a `decision` (Decision) whose reason is only spaces, as a list of Reply."""
    replies = Reply.objects.filter(decision=decision).select_related("theme")
    return [reply for reply in replies if not reply.reason.strip()]
