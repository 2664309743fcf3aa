"""The locked screens of safeguarding leads: nothing that was said is shown before the look is written down (3.6)."""

from django import forms
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.bodies.permissions import safeguards
from engagement.people.staff import StaffForm, StaffScreen

from .. import flows
from ..models import Concern
from ..safeguarding import in_words, told_numbers

A_PAGE = 25


class ForLeads:
    """Only for named safeguarding leads: no role is enough, not an administrator's (docs/safeguarding.md)."""

    header_icon = "warning"

    def allowed(self, user):
        return safeguards(user).exists()

    @cached_property
    def concerns(self):
        """The concerns that this lead may open."""
        return Concern.objects.for_leads(safeguards(self.request.user))

    @cached_property
    def concern(self):
        rows = self.concerns.select_related("round", "organisation", "raised_by", "question")
        found = rows.filter(public_id=self.kwargs["concern"]).first()
        if found is None:
            raise Http404("You have no such concern.")
        return found

    def above(self):
        return [(reverse("safeguarding:list"), "Safeguarding")]

    def back(self):
        return reverse("safeguarding:one", args=[self.concern.public_id])


class Concerns(ForLeads, StaffScreen):
    """Every concern of this lead, those that nobody looked at first. No word of what was said."""

    template_name = "voices/safeguarding/list.html"
    page_title = "Safeguarding"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        rows = self.concerns.select_related("round", "organisation").order_by("-raised_at").defer("words", "worry")
        waiting = sorted(rows.open(), key=lambda concern: (concern.looked_at is not None, concern.raised_at))
        closed = Paginator(rows.exclude(closed_at=None), A_PAGE).get_page(self.request.GET.get("page"))
        numbers = told_numbers(self.concerns)
        return super().get_context_data(waiting=waiting, page=closed, numbers=numbers, **kwargs)


class OneConcern(ForLeads, StaffScreen):
    """What was done about one concern. POST writes down that this lead reads it now, and only then shows the words."""

    template_name = "voices/safeguarding/one.html"
    page_title = "A concern"

    def post(self, request, *args, **kwargs):
        self.concern.looked_at = flows.open_concern(concern=self.concern, by=request.user).looked_at
        return self.render_to_response(self.get_context_data(is_opened=True))

    def get_context_data(self, is_opened=False, **kwargs):
        concern = self.concern
        entries = concern.entries.select_related("by")
        return super().get_context_data(
            concern=concern, entries=entries, waited=in_words(concern.waited), is_opened=is_opened, **kwargs
        )


class DoneForm(forms.Form):
    """What a lead did, or to whom they sent it."""

    words = forms.CharField(
        label="What you did", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    to = forms.CharField(
        label="To whom you sent it",
        required=False,
        max_length=160,
        help_text="Such as the council’s safeguarding team. No name of a person. Leave it empty if you sent nothing.",
    )


class CloseForm(forms.Form):
    """How a concern ends."""

    outcome = forms.ChoiceField(
        label="What happens with the words?", choices=Concern.Outcome.choices, required=False, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="Why you close it", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


class OfConcern(ForLeads, StaffForm):
    """One thing that is written down about one concern."""

    def above(self):
        return [*super().above(), (self.back(), "A concern")]

    def get_success_url(self):
        return self.back()

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.back(), **kwargs)


class WriteDown(OfConcern):
    """Writes down what was done."""

    form_class = DoneForm
    page_title = "Write down what you did"
    done = "Written down."

    def run(self, form):
        return flows.note_what_was_done(concern=self.concern, by=self.request.user, **form.cleaned_data)


class CloseConcern(OfConcern):
    """Closes one concern."""

    form_class = CloseForm
    page_title = "Close this concern"
    button = "Close it"
    done = "Closed."

    def run(self, form):
        return flows.close_concern(concern=self.concern, by=self.request.user, **form.cleaned_data)
