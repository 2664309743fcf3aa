"""Keeping the summary of voices with a decision: what stood when its outcome was published (3.11)."""

from django.db.models import Exists, OuterRef, Q

from engagement.polls.models import Poll
from engagement.proposals.models import RoundPage
from engagement.voices.models import ClosingCounts, Voice
from engagement.voices.reports import OTHERS, OWN, PUBLIC_SPEAKING, count_round
from engagement.voices.small_numbers import public_parts

from ..models import RoundSummary

SPEAKING = tuple(dict.fromkeys(PUBLIC_SPEAKING.values()))


def keep_summary(decision):
    """Keep what each round of the plan came to that was over when the body met. Once kept it stays as it is.

    `decision`: Decision. Returns a list of RoundSummary.
    """
    if kept := list(decision.summaries.all()):
        return kept
    return [summarise(decision, round) for round in rounds_before(decision)]


def rounds_before(decision):
    """The rounds of the plan that had closed when the body met, oldest first. A queryset of RoundPage."""
    over = RoundPage.objects.child_of(decision.proposal).filter(closes_on__lt=decision.meeting.held_on)
    spoken = Exists(Voice.objects.filter(round=OuterRef("pk")))
    return over.filter(Q(live=True) | spoken).order_by("opens_on", "pk")


def summarise(decision, round):
    """Keep what one `round` (RoundPage) came to. Returns the RoundSummary."""
    counts = count_round(round, apart=counts_apart(round))
    return RoundSummary.objects.create(
        decision=decision,
        round=round,
        voices=counts.voices.total,
        someone_else=counts.someone_else,
        workshops=counts.workshops,
        workshop_people=counts.workshop_people,
        small_workshops=counts.small_workshops,
        late=ClosingCounts.objects.filter(round=round).values_list("late", flat=True).first() or 0,
        whose=public_parts({key: counts.voices.whose[key] for key in (OWN, OTHERS)}),
        speaking=public_parts({key: counts.voices.speaking[key] for key in SPEAKING}),
    )


def counts_apart(round):
    """Whether somebody else's view is counted apart in a `round` (RoundPage): in *You decide*, whole or one vote."""
    if round.promise == RoundPage.Promise.DECIDE:
        return True
    return round.question_rows.asked().filter(poll__promise=Poll.Promise.FOLLOW).exists()
