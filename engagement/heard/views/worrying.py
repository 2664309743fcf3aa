"""Being worried about words: telling the safeguarding leads, and the words by which answers are read first (3.6)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from engagement.people.staff import StaffDeed, StaffForm
from engagement.voices.flows import add_worry_word, raise_concern, remove_worry_word
from engagement.voices.models import WorryWord
from engagement.voices.words_that_worry import words_of_the_file

from ..forms import WorriedForm, WorryWordForm
from .reading import OneAnswer, Reads, queue_of


class Worried(OneAnswer, StaffForm):
    """Raises a concern about one answer: it leaves this queue, and the safeguarding leads are told at once (3.6)."""

    form_class = WorriedForm
    template_name = "heard/worried.html"
    page_title = "I am worried"
    button = "Tell the safeguarding lead"
    done = "The safeguarding lead is told. These words are out of every list and report now."

    def run(self, form):
        answer = self.answer
        statement = answer.statement or None
        return raise_concern(
            by=self.request.user,
            thing=answer.voice,
            question=answer.question,
            statement=statement,
            worry=form.cleaned_data["worry"],
        )

    def get_success_url(self):
        return queue_of(self.request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(answer=self.answer, back=queue_of(self.request), **kwargs)


class WorryWords(Reads, StaffForm):
    """The words by which answers are read first, with a form that adds one."""

    form_class = WorryWordForm
    template_name = "heard/worry_words.html"
    page_title = "Words that worry"
    button = "Add this word"
    done = "Added. Answers with it are read first."

    def run(self, form):
        return add_worry_word(word=form.cleaned_data["word"], by=self.request.user)

    def get_success_url(self):
        return reverse("reading:worry_words")

    def get_context_data(self, **kwargs):
        added = WorryWord.objects.select_related("added_by")
        return super().get_context_data(of_the_file=words_of_the_file(), added=added, **kwargs)


class RemoveWorryWord(Reads, StaffDeed):
    """Takes a word that staff added out of the list."""

    done = "This word is out of the list."

    def run(self, request):
        remove_worry_word(row=get_object_or_404(WorryWord, pk=self.kwargs["pk"]), by=request.user)

    def back(self):
        return reverse("reading:worry_words")
