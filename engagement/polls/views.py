"""The screens on which two members of staff give an answered question new words."""

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.auth import user_has_any_page_permission

from engagement.people.staff import StaffForm, StaffScreen
from engagement.proposals.models import RoundPage

from . import flows
from .forms import SettleForm, WordsForm
from .models import Question, QuestionCorrection
from .wordings import changes, wording_of_row

A_PAGE = 20
ASKED = "A second person looks at your words now. Until then nothing changes."
AGREED = "The question has its new words. The page goes to the Easy Read checkers."
REFUSED = "The question stays as it is."
TAKEN_BACK = "You took your words back. The question stays as it is."


class Waiting(StaffScreen):
    """New words that wait for a second person, and those that were settled, the newest first."""

    template_name = "polls/corrections.html"
    page_title = "New words for questions"
    header_icon = "edit"

    def allowed(self, user):
        return user_has_any_page_permission(user)

    def get_context_data(self, **kwargs):
        rows = QuestionCorrection.objects.select_related("question__round", "asked_by", "settled_by")
        page = Paginator(rows.order_by("settled_at", "-asked_at"), A_PAGE).get_page(self.request.GET.get("page"))
        for row in page:
            row.changes = changes(row.earlier, row.later)
            row.is_own = row.asked_by_id == self.request.user.pk
        return super().get_context_data(page=page, **kwargs)


class Ask(StaffForm):
    """Ask for new words for one answered question."""

    form_class = WordsForm
    page_title = "Correct the words of a question"
    header_icon = "edit"
    template_name = "polls/ask_correction.html"
    button = "Ask a second person"
    done = ASKED

    @cached_property
    def question(self):
        rows = Question.objects.select_related("round", "picture").prefetch_related("choices__picture")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def round(self):
        return RoundPage.objects.get(pk=self.question.round_id)

    def allowed(self, user):
        return user_has_any_page_permission(user) and flows.may_ask(user, self.round)

    def above(self):
        return [(self.get_success_url(), self.round.get_admin_display_title())]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"earlier": wording_of_row(self.question)}

    def run(self, form):
        flows.ask_correction(
            question=self.question, by=self.request.user, later=form.later(), why=form.cleaned_data["why"]
        )

    def get_success_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.round.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(question=self.question, back=self.get_success_url(), **kwargs)


class OneCorrection:
    """A screen of one correction."""

    header_icon = "edit"

    @cached_property
    def correction(self):
        rows = QuestionCorrection.objects.select_related("question__round", "asked_by", "settled_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def above(self):
        return [(reverse("question_words:list"), "New words for questions")]

    def get_success_url(self):
        return reverse("question_words:list")

    def get_context_data(self, **kwargs):
        row, mine = self.correction, self.correction.asked_by_id == self.request.user.pk
        return super().get_context_data(
            correction=row, changes=changes(row.earlier, row.later), is_own=mine, back=self.get_success_url(), **kwargs
        )


class TakeBack(OneCorrection, StaffForm):
    """Whoever asked for new words takes them back, before a second person looked at them."""

    form_class = forms.Form
    page_title = "Take these words back"
    template_name = "polls/take_correction_back.html"
    button = "Take them back"
    done = TAKEN_BACK

    def allowed(self, user):
        return user_has_any_page_permission(user) and self.correction.asked_by_id == user.pk

    def run(self, form):
        flows.take_correction_back(correction=self.correction, by=self.request.user)


class Settle(OneCorrection, StaffForm):
    """A second person looks at the old and the new words."""

    form_class = SettleForm
    page_title = "Look at new words for a question"
    template_name = "polls/settle_correction.html"
    button = "Save"

    def allowed(self, user):
        page = RoundPage.objects.get(pk=self.correction.question.round_id)
        return user_has_any_page_permission(user) and flows.may_settle(user, page)

    def run(self, form):
        if form.cleaned_data["verdict"] == "yes":
            flows.agree_correction(correction=self.correction, by=self.request.user)
            self.done = AGREED
        else:
            flows.refuse_correction(
                correction=self.correction, by=self.request.user, refusal=form.cleaned_data["refusal"]
            )
            self.done = REFUSED
