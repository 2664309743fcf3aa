"""Who is a safeguarding lead: named by the Programme Management Unit, which opens no concern by that."""

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse

from engagement.people.staff import StaffDeed, StaffForm

from ..flows.leads import end_lead, name_lead
from ..models import Body, SafeguardingLead
from ..permissions import may_say_who_works_there


class LeadForm(forms.Form):
    """A new safeguarding lead."""

    name = forms.CharField(label="Name", required=False, max_length=150)
    email = forms.EmailField(label="Email", required=False, help_text="We tell leads by email at once.")
    organisation = forms.ModelChoiceField(
        label="For which organisation?",
        queryset=Body.objects.filter(kind=Body.Kind.ORGANISATION).order_by("name"),
        required=False,
        empty_label="The whole site",
        help_text="Leads of the whole site can read every concern.",
    )


class NamesLeads:
    """For those who say who works where."""

    header_icon = "warning"

    def allowed(self, user):
        return may_say_who_works_there(user)

    def back(self):
        return reverse("safeguarding_leads:list")

    get_success_url = back


class Leads(NamesLeads, StaffForm):
    """Who is a lead, with a form that names one."""

    form_class = LeadForm
    template_name = "bodies/leads.html"
    page_title = "Safeguarding leads"
    button = "Name this person"
    done = "This person is a safeguarding lead now. The other leads were told."

    def run(self, form):
        return name_lead(by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        leads = SafeguardingLead.objects.filter(ended_on=None).select_related("user", "organisation")
        return super().get_context_data(leads=leads, **kwargs)


class EndLead(NamesLeads, StaffDeed):
    """Says that somebody is a lead no longer."""

    done = "This person is not a safeguarding lead now."

    def run(self, request):
        end_lead(lead=get_object_or_404(SafeguardingLead, pk=self.kwargs["pk"]), by=request.user)
