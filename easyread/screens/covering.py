"""Side by side: the standard text on the left, what the Easy Read says of it on the right, and what is not covered."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from ..covering import rows_of
from ..flows import say_covered, take_covering_back
from ..models import Covering
from .bringing import OfText
from .frame import Screen, tell_form


class CoveredForm(forms.Form):
    """What an editor says of one standard sentence."""

    verdict = forms.ChoiceField(
        label="Is it in the Easy Read?",
        choices=Covering.Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one answer."},
    )
    words = forms.CharField(
        label="Which words say it? Or why do we leave it out?",
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SideBySide(OfText, Screen):
    """Every standard sentence of the newest draft, with the Easy Read words that seem to say it."""

    template_name = "easyread/admin/side_by_side.html"
    page_title = "Side by side"
    refused = None

    def post(self, request, **kwargs):
        key = request.POST.get("sentence", "")
        form = CoveredForm(request.POST, prefix=key[:8])
        try:
            if request.POST.get("go") == "back":
                take_covering_back(page=self.page, fingerprint=key, by=request.user)
            elif form.is_valid():
                say_covered(page=self.page, fingerprint=key, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            tell_form(form, refusal)
        if form.errors and request.POST.get("go") != "back":
            self.refused = (key, form)
            return self.get(request, **kwargs)
        messages.success(request, "Saved.")
        return redirect(f"{reverse('easyread_side_by_side', args=[self.page.pk])}#s-{key[:8]}")

    def form_of(self, row):
        """The form of one Row: as it was sent when it was refused, else a new one."""
        if self.refused and self.refused[0] == row.fingerprint:
            return self.refused[1]
        return CoveredForm(prefix=row.fingerprint[:8])

    def get_context_data(self, **kwargs):
        draft = self.page.get_latest_revision_as_object()
        rows = rows_of(draft)
        return super().get_context_data(
            rows=[(row, self.form_of(row)) for row in rows],
            count=len(rows),
            still=sum(row.is_open for row in rows),
            back=self.edit_address(),
            **kwargs,
        )
