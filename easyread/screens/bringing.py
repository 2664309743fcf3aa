"""Bring in a text: a Word file or pasted words, looked at part by part before they go into the draft of a page."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page

from ..bringing.docx import left_out, paragraphs_in, unpacked
from ..bringing.parts import parts_in
from ..covering import rows_of
from ..flows import bring_in
from ..flows.bringing import NOTHING_IN_IT
from ..models import EasyReadPage
from .frame import FormScreen

MOST_LETTERS = 200_000


class TextForm(forms.Form):
    """A text to bring in. The words of a file take the place of what was typed, and can be changed first."""

    file = forms.FileField(label="A Word file (.docx)", required=False, help_text="20 megabytes or less.")
    text = forms.CharField(
        label="Or type or paste the text here",
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="A line that begins with # and a space is a heading.",
    )

    def clean_file(self):
        file = self.cleaned_data.get("file")
        xml = unpacked(file.read()) if file else b""
        self.lines, self.notes = (paragraphs_in(xml), left_out(xml)) if file else ([], [])
        return file

    def clean(self):
        cleaned = super().clean()
        text = "\n".join(getattr(self, "lines", [])) or cleaned.get("text", "")
        if not self.errors and not text.strip():
            raise ValidationError({"text": NOTHING_IN_IT})
        return cleaned | {"text": text}


class OfText:
    """What is done with the words of one page, by somebody who may edit it."""

    @cached_property
    def page(self):
        page = get_object_or_404(Page, pk=self.kwargs["pk"]).specific
        if not isinstance(page, EasyReadPage):
            raise PermissionDenied
        return page

    def allowed(self, user):
        return self.page.permissions_for_user(user).can_edit()

    def edit_address(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def above(self):
        return [(self.edit_address(), self.page.get_admin_display_title())]


class BringIn(OfText, FormScreen):
    """First the parts are shown with what needs work in each; then they go to the end of the draft."""

    template_name = "easyread/admin/bring_in.html"
    page_title = "Bring in a text"
    form_class = TextForm
    parts = notes = ()

    def get_initial(self):
        """The sentences of the page's own standard version, when they are asked for: all, or those not yet covered."""
        wanted = self.request.GET.get("from", "")
        rows = rows_of(self.page.get_latest_revision_as_object()) if wanted else []
        return {"text": "\n".join(row.sentence for row in rows if row.is_open or wanted == "standard")}

    def get_success_url(self):
        return self.edit_address()

    def form_valid(self, form):
        self.parts, self.notes = parts_in(form.cleaned_data["text"]), getattr(form, "notes", [])
        if self.request.POST.get("go") == "bring" and "file" not in form.changed_data:
            return super().form_valid(form)
        return self.render_to_response(self.get_context_data(form=self.as_lines()))

    def as_lines(self):
        """The form again, each part on a line of its own, so that it can be changed before it goes in."""
        signs = {"heading": "# "}
        return TextForm(initial={"text": "\n".join(signs.get(part.kind, "") + part.words for part in self.parts)})

    def run(self, form):
        bring_in(page=self.page, parts=self.parts, by=self.request.user)
        return f"{len(self.parts)} parts came in at the end of the draft. Nobody sees them yet."

    def get_context_data(self, **kwargs):
        rows = [(part, part.problems()) for part in self.parts]
        return super().get_context_data(
            rows=rows,
            notes=self.notes,
            to_work_on=sum(bool(problems) for _, problems in rows),
            stands_there=len(self.page.get_latest_revision_as_object().easy_read),
            back=self.edit_address(),
            **kwargs,
        )
