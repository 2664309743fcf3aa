"""One theme: its words, the answers in it, and the quotes shown under it."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail import hooks

from engagement.people.staff import StaffDeed, StaffForm
from engagement.voices.models import Answer

from .. import flows, reports
from ..forms import QuoteForm, ThemeForm
from ..models import Quote, Theme
from ..paging import LongPaginator
from ..permissions import may_publish, may_read
from .listed import listed


class OfTheme:
    """What is done with one theme."""

    header_icon = "tag"

    def allowed(self, user):
        return may_read(user)

    @cached_property
    def theme(self):
        return get_object_or_404(Theme.objects.select_related("round", "counts"), pk=self.kwargs["pk"])

    @cached_property
    def answer(self):
        found = Answer.objects.filter(themes=self.theme).select_related("voice", "question")
        return get_object_or_404(found, pk=self.kwargs["answer"])

    def above(self):
        round = self.theme.round
        return [
            (reverse("heard:rounds"), "What we heard"),
            (reverse("heard:round", args=[round.pk]), round.title),
            (reverse("heard:theme", args=[self.theme.pk]), self.theme.title),
        ]

    def get_success_url(self):
        return reverse("heard:theme", args=[self.theme.pk])

    back = get_success_url


class OneTheme(OfTheme, StaffForm):
    """The words of a theme, with its answers and quotes below."""

    form_class = ThemeForm
    template_name = "heard/theme.html"
    button = "Save the theme"

    def get_page_title(self):
        return self.theme.title

    def above(self):
        return super().above()[:2]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.theme}

    def run(self, form):
        return flows.change_theme(theme=self.theme, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        answers = reports.with_consent(listed(reports.read(self.theme.round))).filter(themes=self.theme)
        page = LongPaginator(answers).get_page(self.request.GET.get("page"))
        quotes = {quote.answer_id: quote for quote in self.theme.quotes.all()}
        for answer in page:
            answer.quote = quotes.get(answer.pk)
        [counts] = reports.with_counts([self.theme])
        told = self.told() if self.theme.round.is_always_open else {}
        return super().get_context_data(theme=self.theme, counts=counts, page=page, **told, **kwargs)

    def told(self):
        """What is shown of a theme that is published by itself: what is missing, the plans, and others' panels."""
        panels = []
        for add in hooks.get_hooks("construct_theme_panels"):
            add(self.request, self.theme, panels)
        return {
            "is_told": True,
            "may_publish": may_publish(self.request.user),
            "reasons": [] if self.theme.published_at else flows.reasons_not_to_publish_theme(self.theme),
            "started": self.theme.started.select_related("proposal"),
            "corrections": self.theme.corrections.all(),
            "panels": [panel.render_html({"request": self.request}) for panel in panels],
        }


class RemoveTheme(OfTheme, StaffDeed):
    """Removes a theme; the words stay."""

    done = "The theme is removed. What people said is still here."

    def run(self, request):
        flows.remove_theme(theme=self.theme, by=request.user)

    def back(self):
        kept = Theme.objects.filter(pk=self.kwargs["pk"]).exists()
        return self.get_success_url() if kept else reverse("heard:round", args=[self.theme.round_id])


class TakeOut(OfTheme, StaffDeed):
    """Takes one answer out of a theme."""

    done = "Taken out of this theme."

    def run(self, request):
        flows.remove_from_theme(theme=self.theme, answers=[self.answer], by=request.user)


class PickQuote(OfTheme, StaffForm):
    """Chooses which words of an answer are shown under a theme."""

    form_class = QuoteForm
    template_name = "heard/quote.html"
    page_title = "Show these words"
    button = "Show these words"
    done = "These words are shown with the theme."

    def get_initial(self):
        quote = Quote.objects.filter(theme=self.theme, answer=self.answer).first()
        return {"words": quote.words if quote else reports.words_to_show(self.answer)}

    def run(self, form):
        return flows.pick_quote(theme=self.theme, answer=self.answer, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        allowed = reports.words_to_show(self.answer)
        return super().get_context_data(
            answer=self.answer, allowed_words=allowed, back=self.get_success_url(), **kwargs
        )


class DropQuote(OfTheme, StaffDeed):
    """Shows a quote no longer."""

    done = "These words are not shown now."

    def run(self, request):
        quote = get_object_or_404(Quote.objects.select_related("theme__round"), theme=self.theme, answer=self.answer)
        flows.drop_quote(quote=quote, by=request.user)
