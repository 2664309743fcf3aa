"""The workshops of a round, for those who read what people said: who was there, and the hands, exact."""

from collections import defaultdict

from django.core.paginator import Paginator
from django.db.models import Sum

from engagement.people.staff import StaffScreen
from engagement.voices.groups.said import hands_in_words, named
from engagement.voices.models import AnswerChoice, GroupSession, Hands

from ..paging import A_PAGE
from .rounds import OfRound


class Workshops(OfRound, StaffScreen):
    """Every workshop of a round, newest first, and all their hands together. Never added to the votes."""

    template_name = "heard/workshops.html"

    def get_page_title(self):
        return f"Workshops: {self.round.title}"

    def get_context_data(self, **kwargs):
        rows = GroupSession.objects.filter(voice__round=self.round, voice__taken_back_at=None)
        rows = rows.select_related("voice", "organisation").order_by("-held_on", "-pk")
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("page"))
        hands = hands_of(list(page))
        for session in page:
            session.asked = hands[session.pk].items()
        return super().get_context_data(round=self.round, page=page, together=together(rows), **kwargs)


def hands_of(sessions):
    """The hands of `sessions` (list of GroupSession). A dict: key → dict of question → list of str. One query."""
    found = defaultdict(lambda: defaultdict(list))
    rows = Hands.objects.filter(session__in=sessions, count__gt=0).select_related("choice__question")
    for row in rows.order_by("choice__question__sort_order", "choice__sort_order"):
        found[row.session_id][row.choice.question.text].append(
            f"{named(row.choice, row.pile)}: {hands_in_words(row.count)}"
        )
    return found


def together(sessions):
    """All hands of `sessions` (queryset of GroupSession), as a list of (question, choice, int). One query."""
    rows = Hands.objects.filter(session__in=sessions.order_by().values("pk"), count__gt=0)
    rows = rows.values_list("choice__question__text", "choice__text", "pile").annotate(n=Sum("count"))
    rows = rows.order_by("choice__question__sort_order", "choice__sort_order", "choice", "pile")
    piles = dict(AnswerChoice.Pile.choices)
    return [(asked, f"{thing}: {piles[pile]}" if pile else thing, count) for asked, thing, pile, count in rows]
