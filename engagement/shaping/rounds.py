"""Which round a draft is talked about in: the open *Make it together* of its plan."""

from engagement.proposals.models import RoundPage


def is_talk(round):
    """Whether people can say something about a draft in a `round` (RoundPage) now. Returns bool."""
    return round.kind == RoundPage.Kind.MAKE_TOGETHER and round.is_open


def talking_about(plan):
    """The open *Make it together* of a `plan` (ProposalPage), the newest first, as a RoundPage; or None."""
    rounds = RoundPage.objects.child_of(plan).live().filter(kind=RoundPage.Kind.MAKE_TOGETHER)
    found = rounds.defer("easy_read", "standard", "questions").order_by("-opens_on", "-pk")
    return next((round for round in found if is_talk(round)), None)
