"""What checkers found hard or wrong, for those who write the pages: the list, and answering each remark (T9)."""

from django import forms
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View
from wagtail.admin.auth import user_has_any_page_permission

from .. import flows
from ..checking import is_checker
from ..media import serve
from ..models import PartCheck
from ..page_parts import WHOLE
from ..then_and_now import with_both
from ..writing.widgets import EasyReadTextarea
from .frame import Allowed, FormScreen, Screen

PER_PAGE = 20


class Remarks(Screen):
    """Every remark of the checkers, those without an answer first."""

    template_name = "easyread/admin/remarks.html"
    page_title = "What the checkers said"
    header_icon = "comment"

    def allowed(self, user):
        return user_has_any_page_permission(user)

    def get_context_data(self, **kwargs):
        rows = (
            PartCheck.objects.remarks()
            .sent()
            .select_related("said_by", "answered_by", "page_check__revision__content_type")
        )
        rows = rows.order_by("answered_at", "-page_check", "place")
        waiting = self.request.GET.get("show") != "all"
        page = Paginator(rows.filter(answered_at=None) if waiting else rows, PER_PAGE)
        shown = page.get_page(self.request.GET.get("page"))
        with_both(shown.object_list)
        return super().get_context_data(page=shown, waiting=waiting, **kwargs)


class AnswerForm(forms.Form):
    """What becomes of a remark."""

    changed = forms.TypedChoiceField(
        label="What did you do?",
        choices=[("yes", "We changed it."), ("no", "We did not change it.")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one answer."},
    )
    words = forms.CharField(
        label="What did you change? Or why not?",
        widget=EasyReadTextarea(attrs={"rows": 4}),
        help_text="In Easy Read. One sentence on each line. The checkers read it.",
    )


class Answer(FormScreen):
    """Answer one remark."""

    template_name = "easyread/admin/answer.html"
    form_class = AnswerForm
    page_title = "Answer a checker"
    header_icon = "comment"

    @cached_property
    def remark(self):
        found = PartCheck.objects.remarks().sent().select_related("page_check__revision__content_type", "said_by")
        return with_both([get_object_or_404(found, pk=self.kwargs["pk"])])[0]

    @cached_property
    def page(self):
        page = self.remark.page_check.revision.content_object
        if page is None:
            raise Http404("This page is gone.")
        return page

    def allowed(self, user):
        return user_has_any_page_permission(user) and flows.may_answer(user, self.page)

    def above(self):
        return [(reverse("easyread_remarks"), "What the checkers said")]

    def get_initial(self):
        said = {True: "yes", False: "no"}.get(self.remark.changed, "")
        return {"changed": said, "words": self.remark.answer}

    def run(self, form):
        flows.answer_remark(remark=self.remark, by=self.request.user, **form.cleaned_data)
        return "Thank you. The checkers see your answer."

    def get_success_url(self):
        return reverse("easyread_remarks")

    def get_context_data(self, **kwargs):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        if self.remark.key not in (*self.page.specific.easy_fields, WHOLE):
            edit = f"{edit}#block-{self.remark.key}-section"
        return super().get_context_data(remark=self.remark, title=self.page.title, edit=edit, **kwargs)


class Sound(Allowed, View):
    """A remark that was said, for its checkers and for those who answer it."""

    @cached_property
    def part(self):
        found = PartCheck.objects.exclude(file="").select_related("page_check__revision", "page_check__task")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def allowed(self, user):
        check = self.part.page_check
        if is_checker(user, check.task):
            return True
        return check.finished_at is not None and flows.may_answer(user, check.revision.content_object)

    def get(self, request, pk):
        return serve(request, name=self.part.file, content_type="audio/mpeg", filename=f"part-{pk}.mp3")
