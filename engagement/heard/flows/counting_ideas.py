"""How many said each idea alike: kept while what we heard is published, as the counts of themes are (F7, P1)."""

from ..ideas import counts_of_ideas
from ..models import Idea, IdeaCounts


def keep_idea_counts(*, round):
    """Count the ideas of a `round` (RoundPage) from their rows and keep that, while what was heard is published."""
    counts = counts_of_ideas(Idea.objects.filter(round=round).ever_shown())
    forget_idea_counts(round=round)
    IdeaCounts.objects.bulk_create((IdeaCounts(idea_id=pk, **row) for pk, row in counts.items()), batch_size=1000)


def forget_idea_counts(*, round):
    """Let the ideas of a `round` (RoundPage) be counted anew, when what was heard is published again."""
    IdeaCounts.objects.filter(idea__round=round).delete()
