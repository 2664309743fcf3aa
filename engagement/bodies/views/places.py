"""Who holds a place, in the admin. The names stay here."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.people.staff import StaffForm, StaffScreen

from .. import flows, reports
from ..meeting_forms import EndPlaceForm, PlaceForm
from ..models import PlaceHolder
from .meetings import A_PAGE, PreparesMeetings


class Places(PreparesMeetings, StaffScreen):
    """Everybody who holds a place."""

    template_name = "bodies/places.html"
    page_title = "Who has a place"

    def get_context_data(self, **kwargs):
        page = Paginator(reports.places_held(self.bodies), A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, **kwargs)


class OfPlaces(PreparesMeetings):
    """What is done about places."""

    def above(self):
        return [*super().above(), (self.get_success_url(), "Who has a place")]

    def get_success_url(self):
        return reverse("room:places")


class GivePlace(OfPlaces, StaffForm):
    """Gives somebody a place."""

    form_class = PlaceForm
    page_title = "Give a place"
    done = "Saved. The person can sign in with this email address."

    def get_initial(self):
        return {"since": timezone.localdate()}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"bodies": self.bodies}

    def run(self, form):
        return flows.give_place(by=self.request.user, **form.cleaned_data)


class EndPlace(OfPlaces, StaffForm):
    """Says until when somebody holds a place."""

    form_class = EndPlaceForm
    page_title = "End a place"
    done = "Saved. What the person asked stays."

    @cached_property
    def place(self):
        found = PlaceHolder.objects.filter(seat__body__in=self.bodies).select_related("seat__body", "holder")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get_page_title(self):
        return f"End the place of {self.place.holder}"

    def get_initial(self):
        return {"until": self.place.until or timezone.localdate()}

    def run(self, form):
        return flows.end_place(place=self.place, by=self.request.user, **form.cleaned_data)
