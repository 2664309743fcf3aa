"""Sorting ticked words into themes and ideas: what somebody ticked and typed stays when it cannot be kept (Q13)."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages

from engagement.voices.models import Answer

from .. import flows
from ..idea_forms import NewIdeaForm, NewThemeForm
from ..models import Idea
from .ideas import SortIdeas
from .rounds import OneRound

NEW = "new"
TICK_FIRST = "Tick the words first. Then choose a theme."
NO_IDEA = "There is no idea with this number."
LONGEST_NUMBER = 18  # digits: what a database takes as an id


def numbers_in(given):
    """The numbers in a list of str that came from a form; what is none is left out. Returns a set of int."""
    return {int(text) for text in given if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER}


def ticked_in(sent):
    """The answers ticked in a form that was `sent` (QueryDict). A list of Answer."""
    return list(Answer.objects.filter(pk__in=numbers_in(sent.getlist("answers"))).select_related("voice"))


class Sorts:
    """A list of words with boxes to tick, at `here()`. Refused, it comes back as it was; done, the list follows."""

    http_method_names = ["post"]

    def run(self, sent):
        """Do as `sent` (QueryDict) says. Returns a sentence. Raises ValidationError when a flow refuses."""
        raise NotImplementedError

    def typed(self, sent):
        """What was typed in `sent` (QueryDict), for the same screen again. Returns a dict."""
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        try:
            messages.success(request, self.run(request.POST))
        except ValidationError as refusal:
            for sentence in refusal.messages:
                messages.error(request, sentence)
            kept = {"ticked": numbers_in(request.POST.getlist("answers")), **self.typed(request.POST)}
            return self.render_to_response(self.get_context_data(**kept))
        query = request.GET.urlencode()
        return redirect(f"{self.here()}?{query}" if query else self.here())


class PutInTheme(Sorts, OneRound):
    """Puts the ticked words in a theme, or in a new one."""

    def run(self, sent):
        answers, chosen = ticked_in(sent), sent.get("theme", "")
        if not answers:
            raise ValidationError(TICK_FIRST)
        if chosen == NEW:
            title = sent.get("title", "")
            theme = flows.make_theme(round=self.round, by=self.request.user, title=title, answers=answers)
            return f"The theme “{theme.title}” is made."
        theme = get_object_or_404(self.round.themes, pk=next(iter(numbers_in([chosen])), 0))
        count = flows.add_to_theme(theme=theme, answers=answers, by=self.request.user)
        return f"{count} put in “{theme.title}”." if count else f"They are in “{theme.title}” already."

    def typed(self, sent):
        return {"form": NewThemeForm(sent), "chosen": sent.get("theme", "")}

    def here(self):
        return self.get_success_url()


class PutInIdea(Sorts, SortIdeas):
    """Puts the ticked words behind a new idea, or behind one that is there."""

    def run(self, sent):
        answers, number = ticked_in(sent), sent.get("number", "").strip()
        if not number:
            title = sent.get("title", "")
            idea = flows.make_idea(round=self.round, by=self.request.user, title=title, answers=answers)
            return f"Idea {idea.number} is made: “{idea.title}”. Nobody but us sees it yet."
        idea = Idea.objects.filter(round=self.round, number=next(iter(numbers_in([number])), 0)).first()
        if idea is None:
            raise ValidationError(NO_IDEA)
        if not answers:
            raise ValidationError(TICK_FIRST)
        count = flows.add_to_idea(idea=idea, answers=answers, by=self.request.user)
        there = f"idea {idea.number}: “{idea.title}”."
        return f"{count} put in {there}" if count else f"They are in {there}"

    def typed(self, sent):
        return {"form": NewIdeaForm(sent), "number": sent.get("number", "")}
