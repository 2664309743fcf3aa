"""What we heard in a round: its words beside its themes, and publishing."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm, StaffScreen
from engagement.proposals.models import RoundPage
from engagement.voices.models import Answer
from engagement.voices.opposites import notes_on_opposites

from .. import flows, reports
from ..forms import AccountForm, CorrectionForm, TakeDownForm
from ..models import WhatWeHeard
from ..paging import A_PAGE, LongPaginator
from ..permissions import may_publish, may_read
from .reading import listed, with_voices

NEW = "new"


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
        return super().get_context_data(
            quality=quality,
            round=self.round,
            account=self.account,
            page=page,
            themes=themes,
            show=self.show,
            base=f"?show={self.show}&page=",
            unread=reports.in_words(unread) if unread else "",
            not_in_a_theme=reports.in_words(reports.how_many(reports.in_no_theme(reports.read(self.round)))),
            reasons=[] if account.published_at else reports.reasons_not_to_publish(account, themes, unread),
            corrections=self.account.corrections.all() if self.account else [],
            **kwargs,
        )


class PutInTheme(OfRound, StaffDeed):
    """Puts the ticked words in a theme, or in a new one."""

    def run(self, request):
        ids = [pk for pk in request.POST.getlist("answers") if pk.isascii() and pk.isdigit()]
        answers = Answer.objects.filter(pk__in=ids).select_related("voice")
        chosen = request.POST.get("theme", "")
        if chosen == NEW:
            title = request.POST.get("title", "")
            theme = flows.make_theme(round=self.round, by=request.user, title=title, answers=answers)
            return f"The theme “{theme.title}” is made."
        theme = get_object_or_404(self.round.themes, pk=chosen if chosen.isdigit() else 0)
        count = flows.add_to_theme(theme=theme, answers=answers, by=request.user)
        return f"{count} put in “{theme.title}”." if count else "Tick the words first. Then choose a theme."


class WriteAccount(OfRound, StaffForm):
    """Writes what was heard, before it is published."""

    form_class = AccountForm
    page_title = "Write what we heard"

    def get_initial(self):
        return {"plain": self.account.plain, "standard": self.account.standard} if self.account else {}

    def run(self, form):
        return flows.write_what_we_heard(round=self.round, by=self.request.user, **form.cleaned_data)


class OfAccount(OfRound):
    """What only those do who may publish, with an account that is there."""

    def allowed(self, user):
        return may_publish(user)

    @cached_property
    def account(self):
        return get_object_or_404(WhatWeHeard.objects.select_related("round"), round=self.kwargs["pk"])


class PublishAccount(OfAccount, StaffDeed):
    """Publishes what was heard."""

    done = "What we heard is published. Everybody can read it now."

    def run(self, request):
        flows.publish_what_we_heard(account=self.account, by=request.user)


class CorrectAccount(OfAccount, StaffForm):
    """Puts a published account right."""

    form_class = CorrectionForm
    page_title = "Put it right"
    done = "It is put right. Everybody can read the reason."

    def get_initial(self):
        return {"plain": self.account.plain, "standard": self.account.standard}

    def run(self, form):
        return flows.correct_what_we_heard(account=self.account, by=self.request.user, **form.cleaned_data)


class TakeDownAccount(OfAccount, StaffForm):
    """Takes a published account down."""

    form_class = TakeDownForm
    page_title = "Take it down"
    button = "Take it down"
    done = "It is taken down. Nobody can read it now."

    def run(self, form):
        return flows.take_down_what_we_heard(account=self.account, by=self.request.user, **form.cleaned_data)
