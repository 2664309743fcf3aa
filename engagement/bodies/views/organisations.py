"""Who works at an organisation, and how independent it is: for the Programme Management Unit (EASY-READ.md 3.3)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm

from ..flows.leads import let_lead
from ..flows.organisations import add_worker, end_worker, say_independence
from ..models import Body
from ..organisation_forms import IndependenceForm, WorkerForm
from ..permissions import may_say_who_works_there


class OfOrganisation:
    """What is done with one organisation."""

    header_icon = "group"

    def allowed(self, user):
        return may_say_who_works_there(user)

    @cached_property
    def organisation(self):
        return get_object_or_404(Body, pk=self.kwargs["pk"], kind=Body.Kind.ORGANISATION)

    def above(self):
        return [
            (reverse("bodies:index"), "Bodies"),
            (reverse("bodies:edit", args=[self.organisation.pk]), self.organisation.name),
        ]

    def get_success_url(self):
        return reverse("bodies:workers", args=[self.organisation.pk])

    back = get_success_url


class Workers(OfOrganisation, StaffForm):
    """Who works there, with a form that adds one."""

    form_class = WorkerForm
    template_name = "bodies/workers.html"
    page_title = "Who works here"
    button = "Add this person"
    done = "This person works here now. They can sign in with a code."

    def run(self, form):
        return add_worker(organisation=self.organisation, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        workers = self.organisation.workers.filter(left_on=None).select_related("user")
        ties = self.organisation.independences.select_related("body").order_by("body__name")
        return super().get_context_data(organisation=self.organisation, workers=workers, ties=ties, **kwargs)


class EndWorker(OfOrganisation, StaffDeed):
    """Says that somebody works there no longer."""

    done = "This person does not work here now."

    def run(self, request):
        worker = get_object_or_404(self.organisation.workers, pk=self.kwargs["worker"])
        end_worker(worker=worker, by=request.user)


class LetLead(OfOrganisation, StaffDeed):
    """Says that somebody leads the workers there, or leads them no longer."""

    def run(self, request):
        worker = get_object_or_404(self.organisation.workers, pk=self.kwargs["worker"], left_on=None)
        let_lead(worker=worker, leads=not worker.leads, by=request.user)
        return "This person leads the workers now." if worker.leads else "This person does not lead the workers now."


class SayIndependence(OfOrganisation, StaffForm):
    """Writes down how the organisation stands to one body."""

    form_class = IndependenceForm
    page_title = "Is it independent?"
    done = "Saved. Workers are warned when it is not independent."

    def above(self):
        return [*super().above(), (self.get_success_url(), "Who works here")]

    def run(self, form):
        return say_independence(organisation=self.organisation, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.get_success_url(), **kwargs)
