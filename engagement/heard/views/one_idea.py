"""One idea: its words, who stands behind it, showing it, taking it down, and telling it with another one."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm
from engagement.voices.models import Answer

from .. import flows, ideas, reports
from ..forms import QuoteForm
from ..idea_forms import IdeaForm, TakeDownIdeaForm, TogetherForm
from ..models import Idea
from ..paging import LongPaginator
from ..permissions import may_read
from .listed import listed

NO_SUCH = "There is no idea with this number."


class OfIdea:
    """What is done with one idea."""

    header_icon = "tick"

    def allowed(self, user):
        return may_read(user)

    @cached_property
    def idea(self):
        joined = ("round", "theme", "picture", "choice__together_with__idea")
        return get_object_or_404(Idea.objects.select_related(*joined), pk=self.kwargs["pk"])

    @cached_property
    def answer(self):
        found = Answer.objects.filter(ideas=self.idea).select_related("voice", "question")
        return get_object_or_404(found, pk=self.kwargs["answer"])

    def above(self):
        round = self.idea.round
        return [
            (reverse("heard:rounds"), "What we heard"),
            (reverse("heard:ideas", args=[round.pk]), f"Ideas: {round.title}"),
            (reverse("heard:idea", args=[self.idea.pk]), f"Idea {self.idea.number}"),
        ]

    def get_success_url(self):
        return reverse("heard:idea", args=[self.idea.pk])

    back = get_success_url


class OneIdea(OfIdea, StaffForm):
    """The words of an idea, with all that stands behind it below."""

    form_class = IdeaForm
    template_name = "heard/idea.html"
    button = "Save the idea"

    def get_page_title(self):
        return f"Idea {self.idea.number}"

    def above(self):
        return super().above()[:2]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.idea}

    def run(self, form):
        return flows.change_idea(idea=self.idea, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        answers = reports.with_consent(listed(reports.read(self.idea.round))).filter(ideas=self.idea)
        page = LongPaginator(answers).get_page(self.request.GET.get("page"))
        rows = self.idea.idea_answers.filter(answer__in=[answer.pk for answer in page])
        shown = {row.answer_id: row.words for row in rows}
        for answer in page:
            answer.shown_with = shown.get(answer.pk, "")
        return super().get_context_data(
            idea=self.idea,
            said=ideas.counts_of_ideas([self.idea])[self.idea.pk],
            alike=self.idea.choice.alike.select_related("idea") if self.idea.choice else [],
            page=page,
            **kwargs,
        )


class ShowIdea(OfIdea, StaffDeed):
    """Shows an idea to everybody."""

    done = "Everybody can see this idea now."

    def run(self, request):
        flows.show_idea(idea=self.idea, by=request.user)


class TakeDownIdea(OfIdea, StaffForm):
    """Takes an idea down."""

    form_class = TakeDownIdeaForm
    page_title = "Take it down"
    button = "Take it down"
    done = "It is taken down. Everybody can read why."

    def run(self, form):
        return flows.take_down_idea(idea=self.idea, by=self.request.user, **form.cleaned_data)


class Together(OfIdea, StaffForm):
    """Tells an idea together with another one that says the same."""

    form_class = TogetherForm
    page_title = "Put it together with another idea"
    button = "Put together"
    done = "The 2 ideas are together now."

    def run(self, form):
        other = (
            Idea.objects.select_related("choice", "round").filter(round=self.idea.round, **form.cleaned_data).first()
        )
        if other is None:
            raise ValidationError({"number": NO_SUCH})
        return flows.put_together(idea=self.idea, with_idea=other, by=self.request.user)


class Apart(OfIdea, StaffDeed):
    """Tells an idea by itself again."""

    done = "The idea stands by itself again."

    def run(self, request):
        flows.put_apart(idea=self.idea, by=request.user)


class LeadToTheme(OfIdea, StaffDeed):
    """Makes a theme of an idea."""

    done = "The idea led to a theme now. You find it in what we heard."

    def run(self, request):
        flows.lead_to_theme(idea=self.idea, by=request.user)


class RemoveIdea(OfIdea, StaffDeed):
    """Removes an idea that was never shown; the words stay."""

    done = "The idea is removed. What people said is still here."

    def run(self, request):
        flows.remove_idea(idea=self.idea, by=request.user)

    def back(self):
        kept = Idea.objects.filter(pk=self.kwargs["pk"]).exists()
        return self.get_success_url() if kept else reverse("heard:ideas", args=[self.idea.round_id])


class OutOfIdea(OfIdea, StaffDeed):
    """Takes one answer out of an idea."""

    done = "Taken out of this idea. You find it among the words to sort."

    def run(self, request):
        flows.remove_from_idea(idea=self.idea, answers=[self.answer], by=request.user)


class IdeaWords(OfIdea, StaffForm):
    """Chooses which words of an answer are shown with the idea."""

    form_class = QuoteForm
    template_name = "heard/quote.html"
    page_title = "Show these words"
    button = "Show these words"
    done = "These words are shown with the idea."

    def get_initial(self):
        row = self.idea.idea_answers.filter(answer=self.answer).first()
        return {"words": (row and row.words) or reports.words_to_show(self.answer)}

    def run(self, form):
        return flows.show_words(idea=self.idea, answer=self.answer, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        allowed = reports.words_to_show(self.answer)
        return super().get_context_data(
            answer=self.answer, allowed_words=allowed, back=self.get_success_url(), **kwargs
        )


class HideWords(OfIdea, StaffDeed):
    """Shows words of an answer with the idea no longer."""

    done = "These words are not shown now."

    def run(self, request):
        flows.hide_words(idea=self.idea, answer=self.answer, by=request.user)
