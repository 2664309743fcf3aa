"""What we heard in a round: its words beside its themes, and publishing."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View
from wagtail.log_actions import log

from engagement.people.second_step import ask_second_step
from engagement.people.staff import Allowed, StaffScreen
from engagement.proposals.models import RoundPage
from engagement.voices.opposites import notes_on_opposites

from .. import reports
from ..idea_forms import NewThemeForm
from ..models import WhatWeHeard
from ..paging import A_PAGE, LongPaginator
from ..permissions import may_publish, may_read
from ..tables import lines_of
from .listed import listed, with_voices


class Rounds(StaffScreen):
    """Every round in which somebody said something."""

    template_name = "heard/rounds.html"
    page_title = "What we heard"
    header_icon = "openquote"

    def allowed(self, user):
        return may_read(user)

    def get_context_data(self, **kwargs):
        rounds = with_voices(RoundPage.objects.defer("easy_read", "standard", "questions")).order_by("-opens_on")
        rounds = rounds.select_related("what_we_heard", "closing_counts")
        page = Paginator(rounds, A_PAGE).get_page(self.request.GET.get("page"))
        said = reports.voices_in(list(page))
        themes = dict(
            RoundPage.objects.filter(pk__in=[round.pk for round in page])
            .annotate(n=Count("themes"))
            .values_list("pk", "n")
        )
        waiting = reports.waiting_by_round()
        for round in page:
            round.waiting, round.theme_count = reports.in_words(waiting.get(round.pk, 0)), themes[round.pk]
            round.said = said[round.pk]
            round.account = getattr(round, "what_we_heard", None)
        return super().get_context_data(page=page, **kwargs)


class OfRound:
    """What is done with one round."""

    header_icon = "openquote"

    def allowed(self, user):
        return may_read(user)

    @cached_property
    def round(self):
        return get_object_or_404(RoundPage.objects.defer("easy_read", "standard", "questions"), pk=self.kwargs["pk"])

    @cached_property
    def account(self):
        return WhatWeHeard.objects.filter(round=self.round).first()

    def above(self):
        return [(reverse("heard:rounds"), "What we heard"), (self.get_success_url(), self.round.title)]

    def get_success_url(self):
        return reverse("heard:round", args=[self.round.pk])

    back = get_success_url


class OneRound(OfRound, StaffScreen):
    """The words of a round on one side and its themes on the other."""

    template_name = "heard/round.html"

    def get_page_title(self):
        return self.round.title

    def above(self):
        return super().above()[:1]

    @cached_property
    def show(self):
        return self.request.GET.get("show", "")

    def answers(self):
        """The read words that were asked for: in no theme yet, all, or those of one theme."""
        answers = listed(reports.read(self.round))
        if self.show == "all":
            return answers
        if self.show.isascii() and self.show.isdigit():
            return answers.filter(theme_answers__theme=int(self.show[:17]))
        return reports.in_no_theme(answers)

    def get_context_data(self, **kwargs):
        account = self.account or WhatWeHeard(round=self.round)
        page = LongPaginator(self.answers().prefetch_related("themes")).get_page(self.request.GET.get("page"))
        quality = [sentence for _, sentence in notes_on_opposites(self.round)]  # of the questions, for staff alone (Q3)
        themes, unread = reports.counted_themes(self.round), reports.how_many(reports.unread(self.round))
        kwargs.setdefault("form", NewThemeForm())
        return super().get_context_data(
            quality=quality,
            round=self.round,
            account=self.account,
            page=page,
            themes=themes,
            show=self.show,
            base=f"{self.get_success_url()}?show={self.show}&page=",
            unread=reports.in_words(unread) if unread else "",
            not_in_a_theme=reports.in_words(reports.how_many(reports.in_no_theme(reports.read(self.round)))),
            reasons=[] if account.published_at else reports.reasons_not_to_publish(account, themes, unread),
            corrections=self.account.corrections.all() if self.account else [],
            **kwargs,
        )


class CountsTable(OfRound, Allowed, View):
    """The exact counts of a closed round, to save as a table. Whole totals alone, and only once nothing is added.

    An open round has none: who sees two tables, and who answered between them, would know that vote (6.9).
    """

    http_method_names = ["get"]  # the second step leads back here

    def allowed(self, user):
        return may_publish(user)

    def get(self, request, *args, **kwargs):
        if self.round.stage != "closed":
            raise PermissionDenied
        if asks := ask_second_step(request, back=self.get_success_url()):
            return asks
        log(instance=self.round, action="heard.counts_saved", user=request.user)
        table = StreamingHttpResponse(lines_of(self.round), content_type="text/csv; charset=utf-8")
        table["Content-Disposition"] = f'attachment; filename="counts-{self.round.slug}.csv"'
        return table
