"""What people asked bodies, in the admin: read before it is shown, and answered."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View

from easyread.media import serve
from engagement.people.staff import Allowed, StaffForm, StaffScreen

from .. import flows, reports
from ..asking_forms import AnswerForm, ReadForm
from ..models import BodyQuestion
from .meetings import A_PAGE, PreparesMeetings

SHOWS = {"": "To read or to answer", "all": "Everything"}


class Questions(PreparesMeetings, StaffScreen):
    """What waits to be read or answered, oldest first; or everything."""

    template_name = "bodies/questions.html"
    page_title = "What people asked"

    def get_context_data(self, **kwargs):
        show = "all" if self.request.GET.get("show") == "all" else ""
        asked = reports.asked_of(self.bodies)
        asked = asked if show else asked.waiting()
        page = Paginator(asked, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, show=show, shows=SHOWS, base=f"?show={show}&page=", **kwargs)


class OfQuestion(PreparesMeetings):
    """What is done with one thing that was asked."""

    template_name = "bodies/question.html"

    @cached_property
    def question(self):
        found = BodyQuestion.objects.standing().filter(body__in=self.bodies)
        found = found.select_related("body", "meeting__body", "item", "sound").prefetch_related("answers")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def above(self):
        return [*super().above(), (self.get_success_url(), "What people asked")]

    def get_success_url(self):
        return reverse("room:questions")

    def get_context_data(self, **kwargs):
        return super().get_context_data(question=self.question, back=self.get_success_url(), **kwargs)


class QuestionSound(OfQuestion, Allowed, View):
    """The sound of a question, for those who prepare its meeting."""

    http_method_names = ["get", "head"]

    def get(self, request, pk):
        if not self.question.has_sound:
            raise Http404("This question has no sound.")
        sound = self.question.sound
        return serve(request, name=sound.file, content_type=sound.content_type, filename="question.mp3")


class ReadQuestion(OfQuestion, StaffForm):
    """Says whether everybody may see it."""

    form_class = ReadForm
    page_title = "Read this"
    done = "Read. We kept the words as they were written."

    def get_initial(self):
        question = self.question
        said = {"transcript": question.sound.transcript} if question.has_sound else {}
        if question.read_at is None:
            return {"shown_words": question.words} | said
        part = ReadForm.PART if question.shown_words else ReadForm.SHOW
        decision = part if question.may_show else ReadForm.HIDE
        words = question.shown_words or question.full_words
        return {"decision": decision, "shown_words": words, "reason": question.reason} | said

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"has_sound": self.question.has_sound}

    def run(self, form):
        return flows.read_question(question=self.question, by=self.request.user, **form.reading())

    def get_success_url(self):
        return (
            reverse("room:answer", args=[self.question.pk])
            if self.request.method == "POST"
            else super().get_success_url()
        )


class AnswerQuestion(OfQuestion, StaffForm):
    """Answers it."""

    form_class = AnswerForm
    page_title = "Answer this"
    done = "Answered. The person can read it now."

    def run(self, form):
        return flows.answer_question(question=self.question, by=self.request.user, **form.cleaned_data)
