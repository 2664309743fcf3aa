"""What this room asks of a round before it opens: its promise, and its draft (docs/make-it-together.md).

The rounds are to the right and know nothing of this: they ask through the hooks `round_gates` and `round_draft`.
"""

from engagement.proposals.models import RoundPage

from .models import Draft, Workshop

DRAFTS_FIRST = 2  # drafts that people saw before anybody may say "We make it together"
NO_WORKSHOP = "You promise to make it together. First there must be a workshop about this plan."
EMPTY_PLACES = "You promise to make it together. In 1 workshop people must fill all their places."
FEW_DRAFTS = "You promise to make it together. First people must see 2 drafts of this plan."
NOT_OUT = "Publish draft {} first. People have their say about the last draft."


def reasons_of_drafts(round):
    """Why a `round` (RoundPage) may not open yet because of workshops and drafts, one sentence for each reason."""
    plan = round.proposal
    if plan is None or plan.pk is None:
        return []
    reasons = not_together(plan) if round.promise == RoundPage.Promise.TOGETHER else []
    return reasons + (not_out(plan) if round.kind == RoundPage.Kind.HAVE_YOUR_SAY else [])


def not_together(plan):
    """Why nobody can promise *We make it together* about a `plan` (ProposalPage), as a list of sentences."""
    held, reasons = Workshop.objects.held().filter(proposal=plan), []
    if not held.exists():
        reasons.append(NO_WORKSHOP)
    elif not held.with_people().exists():
        reasons.append(EMPTY_PLACES)
    if Draft.objects.published().filter(proposal=plan).count() < DRAFTS_FIRST:
        reasons.append(FEW_DRAFTS)
    return reasons


def not_out(plan):
    """Why people cannot have their say about a `plan` (ProposalPage) yet: its last draft is not out."""
    last = Draft.objects.filter(proposal=plan).order_by("-number").only("number").first()
    if last is None or Draft.objects.published().filter(pk=last.pk).exists():
        return []
    return [NOT_OUT.format(last.number)]


def draft_of_round(round):
    """The number of the draft that a *Have your say* `round` (RoundPage) is about: the last that is out, or None."""
    if round.kind != RoundPage.Kind.HAVE_YOUR_SAY or round.proposal is None:
        return None
    last = Draft.objects.published().filter(proposal=round.proposal).only("number").last()
    return last and last.number
