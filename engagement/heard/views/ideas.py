"""The ideas of a round: sorting what people said into ideas, and the list of them."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.people.staff import StaffScreen
from engagement.proposals.models import RoundPage

from .. import ideas, reports
from ..idea_forms import NewIdeaForm
from ..paging import LongPaginator
from ..permissions import may_read
from .listed import listed

NEW = "new"
SHOWS = [
    ("", "All ideas"),
    ("waiting", "Not shown yet"),
    ("shown", "Shown"),
    ("alike", "Together with another idea"),
    ("down", "Taken down"),
]


class OfIdeas:
    """What is done with the ideas of one round."""

    header_icon = "tick"

    def allowed(self, user):
        return may_read(user)

    @cached_property
    def round(self):
        """The RoundPage. Raises Http404 for a round of another kind."""
        page = get_object_or_404(RoundPage.objects.defer("easy_read", "standard", "questions"), pk=self.kwargs["pk"])
        if page.kind != RoundPage.Kind.WHAT_MATTERS:
            raise Http404("This round has no ideas.")
        return page

    def above(self):
        return [
            (reverse("heard:rounds"), "What we heard"),
            (reverse("heard:round", args=[self.round.pk]), self.round.title),
        ]

    def base(self, **query):
        """The address of the next pages of this list (str)."""
        return "?" + "".join(f"{name}={value}&" for name, value in query.items()) + "page="


class Ideas(OfIdeas, StaffScreen):
    """The ideas of a round, the newest first, with how many said each and how it stands."""

    template_name = "heard/ideas.html"
    page_title = "Ideas"

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        show, search = asked.get("show", ""), asked.get("search", "")[:100]
        page = LongPaginator(ideas.ideas_of(self.round, show, search)).get_page(asked.get("page"))
        counts = ideas.counts_of_ideas(page)
        for idea in page:
            idea.said = counts[idea.pk]
        to_sort = reports.how_many(ideas.to_sort(self.round))
        return super().get_context_data(
            round=self.round,
            page=page,
            shows=SHOWS,
            show=show,
            search=search,
            to_sort=reports.in_words(to_sort) if to_sort else "",
            can_pick=ideas.has_pick_question(self.round),
            base=self.base(show=show, search=search),
            **kwargs,
        )


class SortIdeas(OfIdeas, StaffScreen):
    """The read words that are behind no idea yet, with what to do with them."""

    template_name = "heard/sort_ideas.html"
    page_title = "Make ideas"

    def above(self):
        return [*super().above(), (reverse("heard:ideas", args=[self.round.pk]), "Ideas")]

    def get_context_data(self, **kwargs):
        show = self.request.GET.get("show", "")
        answers = reports.read(self.round) if show == "all" else ideas.to_sort(self.round)
        page = LongPaginator(listed(answers).prefetch_related("ideas")).get_page(self.request.GET.get("page"))
        told = {"round": self.round, "page": page, "show": show, "base": f"{self.here()}{self.base(show=show)}"}
        return super().get_context_data(**{"form": NewIdeaForm(), **told, **kwargs})

    def here(self):
        """The address of the list. Returns str."""
        return reverse("heard:sort_ideas", args=[self.round.pk])
