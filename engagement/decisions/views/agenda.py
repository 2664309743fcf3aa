"""Saying which plan a thing on an agenda is about."""

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.bodies.models import AgendaItem
from engagement.bodies.permissions import bodies_prepared_by, prepares_any
from engagement.people.staff import StaffForm
from engagement.proposals.models import ProposalPage

from .. import flows
from ..models import PlanOnAgenda


class PlanForm(forms.Form):
    """Which plan it is about."""

    proposal = forms.ModelChoiceField(
        label="Which plan is it about?",
        required=False,
        queryset=ProposalPage.objects.none(),
        help_text="What people said about the plan then stands beside it.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["proposal"].queryset = ProposalPage.objects.live().only("title").order_by("title")


class PutPlan(StaffForm):
    """Says which plan a thing on an agenda is about."""

    form_class = PlanForm
    page_title = "Which plan is it about?"
    header_icon = "calendar"

    def allowed(self, user):
        return prepares_any(user)

    @cached_property
    def item(self):
        found = AgendaItem.objects.filter(meeting__body__in=bodies_prepared_by(self.request.user))
        return get_object_or_404(found.select_related("meeting__body"), pk=self.kwargs["item"])

    def above(self):
        return [(self.get_success_url(), str(self.item.meeting))]

    def get_initial(self):
        known = PlanOnAgenda.objects.filter(item=self.item).first()
        return {"proposal": known.proposal_id} if known else {}

    def run(self, form):
        return flows.put_plan_on_agenda(item=self.item, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("room:one", args=[self.item.meeting_id])

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.get_success_url(), **kwargs)
