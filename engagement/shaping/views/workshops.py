"""Workshops in the admin: written down, their notes read, their photos taken away."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.admin.views import generic

from engagement.people.staff import StaffDeed

from .. import flows
from ..models import Workshop
from ..permissions import may_publish


class Workshops(generic.IndexView):
    """Wagtail's list, with the plan of each workshop in the same query (F2)."""

    def get_base_queryset(self):
        return Workshop.objects.select_related("proposal").order_by("-held_on", "-pk")


class EditWorkshop(generic.EditView):
    """Wagtail's screen for one workshop."""


class OfWorkshop(StaffDeed):
    """One thing done with a workshop."""

    def allowed(self, user):
        return may_publish(user)

    def back(self):
        return reverse("workshops:edit", args=[self.kwargs["pk"]])


class ReadNotes(OfWorkshop):
    """Says that the notes were read: now everybody can see them."""

    done = "Read. Everybody can see these notes now."

    def run(self, request):
        flows.read_notes(workshop=get_object_or_404(Workshop, pk=self.kwargs["pk"]), by=request.user)


class PhotoGone(OfWorkshop):
    """Takes a photo away because somebody on it no longer agrees."""

    done = "The photo is gone."

    def run(self, request):
        workshop = get_object_or_404(Workshop, pk=self.kwargs["pk"])
        flows.end_photo(photo=get_object_or_404(workshop.photos, pk=self.kwargs["photo"]), by=request.user)
