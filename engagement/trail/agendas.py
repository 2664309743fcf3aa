"""What a meeting talks about: its papers, its plans, and what people said about each."""

from django.db.models import Q

from easyread.reading import ready
from engagement.heard.models import Theme
from engagement.proposals.models import RoundPage
from engagement.voices.small_numbers import in_words

from .papers_of_meetings import shown_papers

MOST_THEMES = 6


def agenda_of(meeting):
    """What a `meeting` (Meeting) talks about, as a list of AgendaItem; each with `shown`, `said` and `plan`.

    `shown`: its papers; `said`: what people said about its plan. The papers for the whole meeting are a second list.
    Three queries.
    """
    agenda, papers = list(with_plans(meeting.agenda.all())), shown_papers(meeting)
    for item in agenda:
        item.plan = live_plan(item)
    said = what_people_said([item.plan for item in agenda if item.plan])
    for item in agenda:
        item.said = said.get(item.plan.path, []) if item.plan else []
        item.shown = [paper for paper in papers if paper.item_id == item.pk]
    ready([item.picture for item in agenda])
    return agenda, [paper for paper in papers if paper.item_id is None]


def with_plans(items):
    """`items` (queryset of AgendaItem) with their pictures and plans in the same query."""
    rows = items.select_related("picture", "on_plan__proposal")
    return rows.defer("on_plan__proposal__easy_read", "on_plan__proposal__standard")


def live_plan(item):
    """The plan that everybody can read, of an `item` (AgendaItem); None without one."""
    row = getattr(item, "on_plan", None)
    return row.proposal if row and row.proposal.live else None


def what_people_said(plans):
    """What was heard about each of `plans` (ProposalPages): a dict tree path → list of Theme with words. One query.

    Only what everybody can read already: published, and no numbers of a small round (3.9).
    """
    below = Q()
    for plan in plans:
        below |= Q(path__startswith=plan.path, depth=plan.depth + 1)
    if not below:
        return {}
    rounds = RoundPage.objects.live().filter(below, what_we_heard__published_at__isnull=False)
    themes = (
        Theme.objects.filter(round__in=rounds.values("pk"))
        .select_related("round", "counts")
        .defer("round__easy_read", "round__standard", "round__questions")
        .order_by("round__path", "sort_order", "pk")
    )
    found = {}
    for theme in themes:
        theme.how_many = how_many(theme)
        found.setdefault(theme.round.path[: -theme.round.steplen], []).append(theme)
    return {path: said[:MOST_THEMES] for path, said in found.items()}


def how_many(theme):
    """How many voices said what a published `theme` (Theme) says, as its results page tells it; "" when hidden."""
    counts = getattr(theme, "counts", None)
    if counts is None or theme.round.small_round:
        return ""
    return f"{in_words(counts.by_own + counts.by_others)} said this."
